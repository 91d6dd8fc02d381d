/** The pilot ends: who filed in time goes on, and who comes after it hears which rule says no. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { lawDate } from '../../domain/law-day';
import { createInk } from '../../scripts/demo/ink';
import { granted } from '../../scripts/demo/lives/granted';
import { renewal } from '../../scripts/demo/lives/permit/renewal';
import { refusedByScore } from '../../scripts/demo/lives/refused-by-score';
import { drawNotTaken, playIfTaken } from '../../scripts/demo/pilot-over';
import { playAll } from '../../scripts/demo/play-all';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { callersAt } from '../support/demonstration';
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
      rule: { policy: '2026-11-25', name: 'pilotUntil', value: lastDay, source: expect.stringMatching(/.+/) },
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
  expect(file.policyVersion).toBe('2026-11-25');
  expect(lawDate(file.statusSince) > lastDay).toBe(true);
});

test('the demonstration names the rule for lives that come too late, and plays the permits behind them', async () => {
  filingDate = '2027-01-01';
  const callers = callersAt(house);
  const played = playAll([granted, refusedByScore, renewal], 1, (life) =>
    playIfTaken(life, callers, () => undefined),
  );
  const told = await Promise.all(played);
  const late = told.flatMap((each) => ('rule' in each ? drawNotTaken(each, createInk(false)) : []));
  expect(late).toEqual([
    'Everything is clear: Timur Sadyrkulov, KGZ',
    '  ✗ not taken: the pilot of permanent residence is over, its last day was Thu 31 Dec 2026',
    expect.stringMatching(/^ {4}rule pilotUntil of the policy 2026-11-25: .+/),
    expect.stringContaining('Pavel Verbitsky'),
    expect.stringContaining('not taken'),
    expect.stringContaining('rule pilotUntil'),
  ]);
  expect(told.map((each) => 'story' in each && each.story.view.status)).toEqual([false, false, 'granted']);
}, 120_000);
