/** Agencies take back what they said when the permit is decided: one proposal at a time, two people, the findings judged anew. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Check } from '../../domain/agencies';
import { control } from '../agencies/street';
import { openHouse, type House } from '../support/house';
import { stranger } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { renewBekzod } from '../support/permit-renewal';
import { studying } from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

let house: House;
let desk: PermitDesk;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  desk = createPermitDesk(house);
}, 180_000);
afterAll(async () => {
  await house.close();
});

const contradict = (caseId: string, check: Check = 'criminal-registry') =>
  control(`http://127.0.0.1:${house.ports[check]}`, 'POST /control/contradict-now', {
    requestId: `${caseId}.${check}.1`,
  });
const say = (caseId: string, answer: object) =>
  control(`http://127.0.0.1:${house.ports['criminal-registry']}`, 'POST /control/answer-now', {
    ...{ requestId: `${caseId}.criminal-registry.1`, answer },
  });
const reason = { reason: 'the registry has a conviction now' };
const support = (persona: string, caseId: string) =>
  desk.officials.as(persona)(caseId, 'reopening/support', reason);
const settle = (persona: string, caseId: string, outcome: 'reopen' | 'leave') =>
  desk.officials.as(persona)(caseId, 'reopening/decision', { outcome, ...reason });

let holders = 0;

/** Somebody new is granted it, and it is contradicted three times: with a conviction, without, and with one again. */
async function grantedAndContradicted(): Promise<string> {
  holders += 1;
  const caseId = await desk.granted(stranger(holders, 'AZE'), studying('AZE'));
  for (let time = 0; time < 3; time += 1) await contradict(caseId);
  await desk.toldAtLeast(caseId, 'reopening-proposed');
  await desk.toldAtLeast(caseId, 'late-answer-kept', 3);
  expect(await desk.told(caseId, 'reopening-proposed')).toMatchObject([
    {
      data: {
        check: 'criminal-registry',
        result: 'adverse',
        codes: expect.arrayContaining(['unspent-conviction']),
      },
    },
  ]);
  expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'granted' });
  return caseId;
}

test('two people reopen it, the finding is unclear, and another officer decides anew', async () => {
  const caseId = await grantedAndContradicted();
  const [permit] = await desk.permitsOf(caseId);
  expect(await settle('saule', caseId, 'reopen')).toMatchObject({
    status: 409,
    body: { code: 'act-out-of-order' },
  });
  expect(await support('zarina', caseId)).toMatchObject({ status: 200 });
  expect(await support('aigul', caseId)).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  expect(await settle('zarina', caseId, 'reopen')).toMatchObject({
    status: 409,
    body: { code: 'four-eyes' },
  });
  expect(await settle('saule', caseId, 'reopen')).toMatchObject({ status: 200 });

  await desk.reach(caseId, 'awaiting-judgement');
  expect((await expectOneStory(house, caseId)).checks?.['criminal-registry']).toMatchObject({
    result: 'unclear',
    judgement: null,
    codes: expect.arrayContaining(['contradicted', 'unspent-conviction']),
  });
  await desk.officials.judge(caseId, 'criminal-registry', 'clear');
  await desk.grant(caseId, 2);
  expect(await desk.permitsOf(caseId)).toEqual([permit]);
  const issued = await desk.told(caseId, 'permit-issued');
  expect(new Set(issued.map(({ data }) => (data as { number: string }).number)).size).toBe(1);
  await expectOneStory(house, caseId);
}, 180_000);

test('reopened, it can be refused: then no permit stands', async () => {
  const caseId = await grantedAndContradicted();
  await support('aigul', caseId);
  expect(await settle('saule', caseId, 'reopen')).toMatchObject({ status: 200 });
  await desk.reach(caseId, 'awaiting-judgement');
  await desk.officials.judge(caseId, 'criminal-registry', 'adverse');
  await desk.reach(caseId, 'awaiting-decision');
  const refused = await desk.refuse(caseId, 'unspent-conviction', 'criminal-registry');
  expect(refused).toMatchObject({ status: 200 });
  expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'refused', certificate: null });
}, 180_000);

test('left as it is, the decision stands, and the same answer does not propose it again', async () => {
  const caseId = await grantedAndContradicted();
  await support('aigul', caseId);
  expect(await settle('saule', caseId, 'leave')).toMatchObject({ status: 200 });
  for (let time = 0; time < 2; time += 1) await contradict(caseId);
  await desk.toldAtLeast(caseId, 'late-answer-kept', 5);
  expect(await desk.told(caseId, 'reopening-proposed')).toHaveLength(1);
  expect(await expectOneStory(house, caseId)).toMatchObject({
    status: 'granted',
    reopening: { outcome: 'leave' },
  });
}, 180_000);

test('a second agency joins the open proposal, and what is new after it was left proposes again', async () => {
  const caseId = await renewBekzod(house);
  await contradict(caseId);
  expect(await desk.toldAtLeast(caseId, 'reopening-proposed')).toMatchObject({
    data: { check: 'criminal-registry', ask: 1 },
  });
  expect(await support('aigul', caseId)).toMatchObject({ status: 200 });
  await contradict(caseId, 'security-service');
  const joined = await desk.toldAtLeast(caseId, 'reopening-joined');
  expect(joined).toMatchObject({ data: { check: 'security-service' } });
  const early = await settle('saule', caseId, 'leave');
  expect(early).toMatchObject({ status: 409, body: { code: 'act-out-of-order' } });
  expect(await support('aigul', caseId)).toMatchObject({ status: 200 });
  expect(await settle('saule', caseId, 'leave')).toMatchObject({ status: 200 });

  const twice = ['security-service', 'security-service', 'criminal-registry', 'criminal-registry'] as const;
  for (const check of twice) await contradict(caseId, check);
  await desk.toldAtLeast(caseId, 'late-answer-kept', 6);
  expect(await desk.told(caseId, 'reopening-proposed')).toHaveLength(1);
  await say(caseId, { record: 'none', offences: [], wanted: true });
  expect(await desk.toldAtLeast(caseId, 'reopening-proposed', 2)).toMatchObject({
    data: { check: 'criminal-registry', codes: ['wanted'] },
  });
  expect(await desk.told(caseId, 'reopening-joined')).toHaveLength(1);
  expect(await expectOneStory(house, caseId)).toMatchObject({
    status: 'granted',
    reopening: { codes: ['wanted'], outcome: null, earlier: [{}, { check: 'security-service' }] },
  });
}, 180_000);
