/** The worker dies over each step of a complaint: filed, forwarded by time, satisfied and set aside. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dateOfDayNumber, endOfLawDay, lawDayNumber } from '../../domain/law-day';
import { createApplicant } from '../support/applicant';
import { createDays, type Days } from '../support/days';
import { createDeaths } from '../support/deaths';
import { weakForm } from '../support/forms';
import { openHouse, type House } from '../support/house';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';
import { workingDayAfter } from '../support/working-days';

let house: House;
let days: Days;
beforeAll(async () => {
  house = await openHouse();
  days = createDays(house);
});
afterAll(async () => {
  await days.close();
  await house.close();
});

async function refusedByScore(): Promise<string> {
  const pavel = createApplicant(house.desk, 'pavel');
  const caseId = await pavel.open();
  await pavel.passTest(caseId);
  await pavel.fillForm(caseId, weakForm);
  await pavel.submitForm(caseId);
  await pavel.reach(caseId, 'refused');
  return caseId;
}

test('it is registered once, forwarded when it was due, and sets the decision aside once', async () => {
  const { dyingAfter, asking, askAcross, foundAgain, typesFrom } = createDeaths(house);
  const first = await house.startWorker();
  const caseId = await refusedByScore();
  await first.stop();
  const admin = `POST /admin/cases/${caseId}`;
  const complaining = (key: string) =>
    asking('pavel', `POST /applications/${caseId}/complaint`, {
      body: { text: 'my years of work were not counted' },
      key,
    });
  const complain = complaining('complained-once');
  const [again, andAgain] = [complaining('again-at-once'), complaining('again-later')];
  const verdict = { outcome: 'satisfied', returnTo: 'form', reason: 'the years were not counted' };
  const decide = asking('saule', `${admin}/complaint/decision`, { body: verdict, key: 'decided-once' });
  const decideToo = asking('yerlan', `${admin}/complaint/decision`, { body: verdict, key: 'decided-too' });

  await dyingAfter('complaint-filed');
  await askAcross(complain, again);
  const dying = await dyingAfter('complaint-forwarded');
  await foundAgain(caseId, complain);
  const { complaint } = await expectOneStory(house, caseId);
  const last = workingDayAfter(lawDayNumber(complaint?.filedAt ?? ''), 3);
  const passing = days.passTo(caseId, dateOfDayNumber(last + 1));
  await dying.ended;
  expect(await andAgain()).toMatchObject({ status: 202 });

  await dyingAfter('complaint-decided');
  await passing;
  await everyActAnswered(house, caseId);
  for (const late of [again, andAgain])
    expect(await late()).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  await askAcross(decide, decideToo);
  await house.startWorker();
  await foundAgain(caseId, decide);
  expect(await decideToo()).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  expect(await expectOneStory(house, caseId)).toMatchObject({
    status: 'awaiting-form',
    complaint: { forwardedAt: endOfLawDay(last), outcome: 'satisfied' },
  });
  const since = await typesFrom(caseId, 'complaint-filed');
  expect(since).toEqual([
    'complaint-filed',
    'complaint-forwarded',
    'complaint-decided',
    'decision-set-aside',
  ]);
  const events = await recordedEvents(house, caseId);
  expect(events.find(({ type }) => type === 'complaint-forwarded')).toMatchObject({
    effectiveAt: endOfLawDay(last),
  });
}, 180_000);
