/** The pilot ends: who filed in time goes on, and who comes after it hears which rule says no. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { lawDate } from '../../domain/law-day';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { openHouse, type House } from '../support/house';
import { expectOneStory } from '../support/truth';

const lastDay = '2026-12-31';
let filingDate = lastDay;
let house: House;
let days: Days;
beforeAll(async () => {
  house = await openHouse(undefined, undefined, () => filingDate);
  await house.startWorker();
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

test('an application of the last day goes on after the pilot, and one of the day after is refused by name', async () => {
  const timur = createApplicant(house.desk, 'timur');
  const caseId = await timur.open();
  filingDate = '2027-01-01';
  const { person } = people.elif;
  const refused = await house.desk.call('elif', 'POST /applications', { body: { region: 'abai', person } });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'pilot-over',
      rule: { policy: '2026-11-23', name: 'pilotUntil', value: lastDay, source: expect.stringMatching(/.+/) },
    },
  });
  const { body } = await house.desk.call<{ applications: unknown[] }>('elif', 'GET /applications');
  expect(body.applications).toEqual([]);

  if (lawDate(await days.now(caseId)) <= lastDay) await days.passTo(caseId, '2027-01-05');
  await timur.passTest(caseId);
  await timur.fillForm(caseId);
  expect(await timur.submitForm(caseId)).toMatchObject({ status: 200 });
  await timur.reach(caseId, 'awaiting-judgement', 60_000);
  const file = await expectOneStory(house, caseId);
  expect(file.policyVersion).toBe('2026-11-23');
  expect(lawDate(file.statusSince) > lastDay).toBe(true);
});
