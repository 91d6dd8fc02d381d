/** A complaint that nobody answers: forwarded, rejected by silence, and the case ends when no other can come. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  dateOfDayNumber,
  dayNumberOf,
  endOfLawDay,
  lawDate,
  lawDayNumber,
  monthsAfter,
} from '../../domain/law-day';
import { weakForm } from '../support/forms';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { auditTimers } from '../support/program';
import { expectOneStory, recordedEvents } from '../support/truth';
import { workingDayAfter } from '../support/working-days';

let house: House;
let days: Days;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

test('it is forwarded after three working days, rejected by silence after twenty, and closed with its window', async () => {
  const pavel = createApplicant(house.desk, 'pavel');
  const caseId = await pavel.open();
  await pavel.passTest(caseId);
  await pavel.fillForm(caseId, weakForm);
  await pavel.submitForm(caseId);
  await pavel.reach(caseId, 'refused');
  const complain = () => pavel.act(caseId, 'complaint', { text: 'my years of work were not counted' });
  expect(await complain()).toMatchObject({ status: 200, body: { status: 'refused' } });
  const { complaint, statusSince } = await expectOneStory(house, caseId);
  const filed = lawDayNumber(complaint?.filedAt ?? '');
  const [forwarded, rejected] = [workingDayAfter(filed, 3), workingDayAfter(filed, 20)];
  const window = workingDayAfter(dayNumberOf(monthsAfter(lawDate(statusSince), 3)), 0);

  const timers = await auditTimers(house);
  expect(timers).toMatchObject({ code: 0, out: expect.stringMatching(/^CLEAN/) });
  const ended = ['complaint-forwarded', 'complaint-decided', 'case-closed'];
  const soFar = async () => {
    const events = await recordedEvents(house, caseId);
    return events.filter(({ type }) => ended.includes(type)).map((event) => [event.type, event.effectiveAt]);
  };
  await days.passTo(caseId, dateOfDayNumber(forwarded));
  expect(await soFar()).toEqual([]);
  await days.passTo(caseId, dateOfDayNumber(rejected));
  const first = ['complaint-forwarded', endOfLawDay(forwarded)];
  expect(await soFar()).toEqual([first]);
  await days.passTo(caseId, dateOfDayNumber(rejected + 1));
  const second = ['complaint-decided', endOfLawDay(rejected)];
  expect(await soFar()).toEqual([first, second]);
  const decided = (await recordedEvents(house, caseId)).find(({ type }) => type === 'complaint-decided');
  expect(decided?.data).toEqual({ outcome: 'rejected', by: 'silence', reason: null });
  expect((await expectOneStory(house, caseId)).complaint).toMatchObject({
    outcome: 'rejected',
    decidedAt: endOfLawDay(rejected),
  });
  expect(await complain()).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });

  await days.passTo(caseId, dateOfDayNumber(window));
  expect(await soFar()).toEqual([first, second]);
  await days.passTo(caseId, dateOfDayNumber(window + 1));
  expect(await soFar()).toEqual([first, second, ['case-closed', endOfLawDay(window)]]);
  expect(await expectOneStory(house, caseId)).toMatchObject({
    status: 'refused',
    overAt: endOfLawDay(window),
  });
  expect(await complain()).toMatchObject({ status: 409, body: { code: 'case-over' } });
}, 120_000);
