/** A finding that was judged wrongly: the applicant objects, the proposal is returned, it is judged anew, and she is granted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApplicant } from '../support/applicant';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { expectOneStory, recordedEvents } from '../support/truth';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
});

test('an objection that shows a judgement to be wrong leads to a grant', async () => {
  const irina = createApplicant(house.desk, 'irina');
  const officials = createOfficials(house.desk);
  const caseId = await irina.open();
  await irina.passTest(caseId);
  await irina.fillForm(caseId);
  await irina.submitForm(caseId);
  await irina.reach(caseId, 'awaiting-judgement');
  await officials.judgeDocuments(caseId);
  await officials.judge(caseId, 'bank', 'adverse');
  await irina.reach(caseId, 'awaiting-proposal');

  const version = await officials.propose(caseId, 'refuse');
  const objection = { kind: 'objection', text: 'the account is mine: here is the bank’s letter' };
  expect(await irina.act(caseId, 'objection', objection)).toMatchObject({ status: 200 });
  const giveBack = (check: string) =>
    officials.as('saule')(caseId, 'decision/return', {
      version,
      reason: 'the objection is well founded',
      judgeAnew: [check],
    });
  expect(await giveBack('berkut')).toMatchObject({ status: 409, body: { code: 'finding-not-judged' } });
  expect(await giveBack('bank')).toMatchObject({ status: 200, body: { status: 'awaiting-judgement' } });
  expect(await officials.listUnclear(caseId)).toEqual(['bank']);

  await officials.judge(caseId, 'bank', 'clear');
  await irina.reach(caseId, 'awaiting-schedule');
  await officials.interview(caseId);
  await irina.reach(caseId, 'awaiting-proposal');
  await officials.decide(caseId, 'grant');
  await irina.reach(caseId, 'granted');

  await expectOneStory(house, caseId);
  const judgements = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'finding-judged');
  expect(judgements.map(({ data }) => data)).toMatchObject([
    { check: 'bank', judgement: 'adverse' },
    { check: 'bank', judgement: 'clear' },
  ]);
});
