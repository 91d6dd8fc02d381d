/** Papers that an agency vouches for are asked for again and replaced: each new one gets a finding of its own. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DocumentKind } from '../../domain/events';
import { scanOf } from '../../scripts/demo/scans';
import { createApplicant } from '../support/applicant';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { expectOneStory } from '../support/truth';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
});

test('a new bank certificate is judged, a new medical one asked about, and only then is the case granted', async () => {
  const { desk } = house;
  const irina = createApplicant(desk, 'irina');
  const officials = createOfficials(desk);
  const caseId = await irina.open();
  await irina.passTest(caseId);
  await irina.fillForm(caseId);
  await irina.submitForm(caseId);
  await irina.reach(caseId, 'awaiting-judgement');
  await officials.judgeDocuments(caseId);
  await officials.judge(caseId, 'bank', 'adverse');
  await irina.reach(caseId, 'awaiting-proposal');

  await replace('solvency-certificate');
  await irina.reach(caseId, 'awaiting-judgement');
  expect(await finding('bank')).toMatchObject({
    result: 'unclear',
    codes: expect.arrayContaining(['new-paper']),
  });
  expect(
    await officials.as('aigul')(caseId, 'findings/bank/question', { reason: 'is the new one known?' }),
  ).toMatchObject({ status: 409, body: { code: 'paper-not-in-form' } });
  await officials.judge(caseId, 'bank', 'clear');
  await irina.reach(caseId, 'awaiting-schedule');

  await officials.interview(caseId);
  await irina.reach(caseId, 'awaiting-proposal');
  await replace('medical-certificate');
  await irina.reach(caseId, 'awaiting-proposal');
  expect(await finding('medical-registry')).toMatchObject({ asks: 2, result: 'clear' });
  await officials.decide(caseId, 'grant');
  await irina.reach(caseId, 'granted');
  await expectOneStory(house, caseId);

  async function finding(check: string) {
    return (await officials.look(caseId)).findings.find((each) => each.check === check);
  }

  async function replace(kind: DocumentKind): Promise<void> {
    const wanted = { kinds: [kind], reason: 'the one there cannot be read' };
    expect(await officials.as('aigul')(caseId, 'documents/request', wanted)).toMatchObject({ status: 200 });
    const { bytes, mediaType } = scanOf(kind);
    await desk.call('irina', `POST /applications/${caseId}/documents?kind=${kind}`, {
      body: bytes,
      headers: { 'content-type': mediaType },
    });
    expect(await irina.act(caseId, 'documents/provision')).toMatchObject({ status: 200 });
  }
});
