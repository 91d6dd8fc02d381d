/** Terms over days off: a stop that ends on a holiday, the turn of the year, and a hearing across Nauryz. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dateOfDayNumber, dayNumberOf, endOfLawDay, lawDate, lawDayNumber } from '../../domain/law-day';
import { isWorkingDay, nextWorkingDayFrom } from '../../policy/clock/law-calendar';
import { readOpenClock } from '../../policy/clocks';
import { readClock } from '../../policy/service-clock';
import { createApplicant } from '../support/applicant';
import { createDeskWork, type DeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { auditTimers } from '../support/program';
import { expectOneStory, recordedEvents } from '../support/truth';
import { calendar, workingDayAfter } from '../support/working-days';

const today = lawDayNumber(new Date().toISOString());
/** The year whose last days are still to come, and the one that begins then. */
const year = Number(dateOfDayNumber(today + 14).slice(0, 4));

let house: House;
let days: Days;
let work: DeskWork;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  days = createDays(house);
  work = createDeskWork(house, days);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

/** The next weekday off that is at least so many days away. */
function holidayAfter(inDays: number): number {
  let day = today + inDays;
  while (isWorkingDay(day, calendar) || [0, 6].includes(new Date(day * 86_400_000).getUTCDay())) day += 1;
  return day;
}

async function clockDueAt(caseId: string): Promise<string | undefined> {
  const { rows } = await house.owner.query<{ due: Date | null }>(
    'SELECT clock_due_at AS due FROM cases WHERE case_id = $1',
    [caseId],
  );
  return rows[0]?.due?.toISOString();
}

async function expectTimersClean(): Promise<void> {
  const { code, out } = await auditTimers(house);
  expect([code, out]).toEqual([0, expect.stringMatching(/^CLEAN/)]);
}

test('a stop that an officer ends on a holiday takes all its days out, and the timer knows', async () => {
  const caseId = await work.verified('timur');
  const used = lawDayNumber((await work.fileOf(caseId)).statusSince) - today;
  await work.stop(caseId);
  expect(await clockDueAt(caseId)).toBeUndefined();
  const holiday = holidayAfter(3);
  await days.passTo(caseId, dateOfDayNumber(holiday));
  await work.resume(caseId);

  const dueAt = endOfLawDay(nextWorkingDayFrom(holiday + 30 - used, calendar));
  expect(await clockDueAt(caseId)).toBe(dueAt);
  const file = await expectOneStory(house, caseId);
  expect(readClock(file, file.lastAt)).toMatchObject({ dueAt, daysUsed: used, running: true });
  const stopped = (await recordedEvents(house, caseId)).find(({ type }) => type === 'clock-resumed');
  expect(lawDate(stopped?.effectiveAt ?? '')).toBe(dateOfDayNumber(holiday));
  await expectTimersClean();
  await createApplicant(house.desk, 'timur').withdraw(caseId);
});

test('fifteen working days for documents that begin before New Year end after the days off of January', async () => {
  const caseId = await work.verifiedOn('elif', `${year}-12-21`);
  const asked = await work.officials.as('aigul')(caseId, 'documents/request', {
    kinds: ['medical-certificate'],
    reason: 'the stamp cannot be read',
  });
  expect(asked).toMatchObject({ status: 200, body: { status: 'awaiting-documents' } });

  const last = workingDayAfter(dayNumberOf(`${year}-12-21`), 15);
  if (year === 2026) expect(dateOfDayNumber(last)).toBe('2027-01-14');
  const file = await expectOneStory(house, caseId);
  expect(readOpenClock(file, 'turn', file.lastAt)?.dueAt).toBe(endOfLawDay(last));
  await expectTimersClean();
  await days.passTo(caseId, dateOfDayNumber(last));
  expect((await expectOneStory(house, caseId)).status).toBe('awaiting-documents');
  await days.passTo(caseId, dateOfDayNumber(last + 1));
  const lapse = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'turn-lapsed');
  expect(lapse.map(({ effectiveAt }) => effectiveAt)).toEqual([endOfLawDay(last)]);
  await expectOneStory(house, caseId);
}, 120_000);

test('a refusal notified before Nauryz is decided after three days on which the office works', async () => {
  const notified = `${year + 1}-03-18`;
  const { officials } = work;
  const caseId = await work.verifiedOn('timur', `${year + 1}-02-25`);
  await officials.judgeDocuments(caseId);
  await officials.interview(caseId);
  await days.passTo(caseId, notified);
  await createApplicant(house.desk, 'timur').reach(caseId, 'awaiting-proposal');
  const version = await officials.propose(caseId, 'refuse');

  const closes = workingDayAfter(dayNumberOf(notified), 3);
  if (year === 2026) expect(dateOfDayNumber(closes)).toBe('2027-03-26');
  await days.passTo(caseId, dateOfDayNumber(closes));
  expect(await officials.approve(caseId, version)).toMatchObject({
    status: 409,
    body: { code: 'act-out-of-order' },
  });
  await expectTimersClean();
  await days.passTo(caseId, dateOfDayNumber(closes + 1));
  const closed = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'hearing-closed');
  expect(closed).toMatchObject([{ effectiveAt: endOfLawDay(closes), data: { by: 'time' } }]);
  expect(await officials.approve(caseId, version)).toMatchObject({ status: 200 });
  expect((await expectOneStory(house, caseId)).status).toBe('refused');
}, 120_000);
