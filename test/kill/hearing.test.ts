/** The worker dies over each step of a hearing: the proposal, the objection, the end of the time, the refusal. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import { hearingEndsAt } from '../../policy/hearing';
import { createDeskWork } from '../support/at-work';
import { createDays, type Days } from '../support/days';
import { createDeaths } from '../support/deaths';
import { openHouse, type House } from '../support/house';
import { panel } from '../support/officials';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';

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

test('each act is answered under its number, the hearing ends when it was due, and every event is there once', async () => {
  const { dyingAfter, asking, askAcross, foundAgain, typesFrom } = createDeaths(house);
  const first = await house.startWorker();
  const caseId = await createDeskWork(house, days).interviewed('timur');
  await first.stop();
  const [own, admin] = [`POST /applications/${caseId}`, `POST /admin/cases/${caseId}`];
  const assign = (index: number) =>
    asking('aigul', `${admin}/assignment`, { body: { assignee: panel[index] }, key: `assigned-to-${index}` });
  const grounds = [{ ground: 'false-data', evidence: 'form' }];
  const proposal = { outcome: 'refuse', grounds, text: 'considered as a whole' };
  const propose = asking('aigul', `${admin}/proposal`, { body: proposal, key: 'proposed-once' });
  const objection = { kind: 'objection', text: 'the stamps were misread' };
  const object = asking('timur', `${own}/objection`, { body: objection, key: 'objected-once' });
  const tooLate = asking('timur', `${own}/objection`, { body: objection, key: 'objected-too-late' });

  await dyingAfter('decision-proposed');
  await askAcross(propose, assign(0));
  await dyingAfter('objection-received');
  const version = (await foundAgain(caseId, propose)).body['seq'];
  await askAcross(object, assign(1));
  const dying = await dyingAfter('hearing-closed');
  await foundAgain(caseId, object);
  const endsAt = hearingEndsAt(await expectOneStory(house, caseId)) ?? '';
  const passing = days.passTo(caseId, dateOfDayNumber(lawDayNumber(endsAt)));
  await dying.ended;
  expect(await tooLate()).toMatchObject({ status: 202 });

  await dyingAfter('application-refused');
  await passing;
  await everyActAnswered(house, caseId);
  expect(await tooLate()).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  const approve = asking('saule', `${admin}/decision`, { body: { version }, key: 'approved-once' });
  await askAcross(approve, assign(2));
  await house.startWorker();
  await foundAgain(caseId, approve);
  expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'refused', overAt: null });
  const decided = await typesFrom(caseId, 'decision-proposed');
  expect(decided.filter((type) => type !== 'case-assigned')).toEqual([
    'decision-proposed',
    'objection-received',
    'hearing-closed',
    'decision-approved',
    'application-refused',
  ]);
  expect((await recordedEvents(house, caseId)).find(({ type }) => type === 'hearing-closed')).toMatchObject({
    effectiveAt: endsAt,
  });
}, 180_000);
