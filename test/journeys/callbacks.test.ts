/** Letters from agencies: unsigned, replayed, repeated, about nobody, or too late. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { signCallback } from '../../agencies/sign-callback';
import { loadSigningKey } from '../../agencies/signing-key';
import { subjectFrom } from '../../domain/answer-shape';
import { createApplicant } from '../support/applicant';
import { createOfficials } from '../support/officials';
import { openHouse, type House } from '../support/house';
import { expectOneStory, recordedEvents } from '../support/truth';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
});

const her = subjectFrom(people.elif.person);
const clean = { record: 'none', wanted: false, offences: [] };
const answerTo = (requestId: string, facts: object = clean) =>
  Buffer.from(JSON.stringify({ requestId, answerId: randomUUID(), asked: her, subject: her, ...facts }));

async function sign(body: Buffer): Promise<string> {
  const key = await loadSigningKey(join(house.folder, 'criminal-registry.key.json'));
  return signCallback('criminal-registry', key, body);
}

async function deliver(
  body: Buffer,
  signature?: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${house.apiUrl}/callbacks/criminal-registry`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature && { 'ruqsat-agency-signature': signature }),
    },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function refusals(): Promise<string[]> {
  const { rows } = await house.owner.query<{ code: string }>(
    'SELECT code FROM refused_callbacks ORDER BY id',
  );
  return rows.map(({ code }) => code);
}

test('an unsigned letter and a changed one are refused and recorded, and nothing else happens', async () => {
  const body = answerTo('nobody-asked.criminal-registry.1');
  expect(await deliver(body)).toMatchObject({ status: 401, body: { code: 'callback-unsigned' } });
  const signature = await sign(body);
  const changed = Buffer.from(body.toString().replace('none', 'unspent'));
  expect(await deliver(changed, signature)).toMatchObject({
    status: 401,
    body: { code: 'callback-signature-invalid' },
  });
  expect(await refusals()).toEqual(['callback-unsigned', 'callback-signature-invalid']);
  const { rows } = await house.owner.query('SELECT 1 FROM agency_answers');
  expect(rows).toHaveLength(0);
});

test('a letter about nobody is kept; the same letter again is a replay', async () => {
  const body = answerTo('nobody-asked.criminal-registry.1');
  const signature = await sign(body);
  expect(await deliver(body, signature)).toMatchObject({ status: 202, body: { state: 'kept' } });
  expect(await deliver(body, signature)).toMatchObject({ status: 409, body: { code: 'callback-replayed' } });
  expect((await refusals()).at(-1)).toBe('callback-replayed');
});

test('a second answer that says something else goes to a person; after the end it is only kept', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const caseId = await elif.open();
  await elif.passTest(caseId);
  await elif.fillForm(caseId);
  await elif.submitForm(caseId);
  await elif.reach(caseId, 'awaiting-judgement');
  await createOfficials(house.desk).judgeDocuments(caseId);
  await elif.reach(caseId, 'awaiting-schedule');
  const second = answerTo(`${caseId}.criminal-registry.1`, { ...clean, wanted: true });
  expect(await deliver(second, await sign(second))).toMatchObject({ status: 202 });
  await elif.reach(caseId, 'awaiting-judgement');
  const { body } = await house.desk.call<{ tasks: object[] }>(
    'aigul',
    'GET /admin/worklist?task=judge-finding',
  );
  expect(body.tasks).toContainEqual(expect.objectContaining({ caseId, subject: 'criminal-registry' }));

  await house.desk.call('aigul', `POST /admin/cases/${caseId}/findings/criminal-registry/question`, {
    body: { reason: 'two answers that differ' },
  });
  await elif.reach(caseId, 'awaiting-schedule');
  const [found] = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'check-answered');
  const news = { ...(found?.data as object), effectiveAt: new Date().toISOString(), cause: 'intake:987654' };
  const workflow = house.client.workflow.getHandle(caseId);
  await workflow.signal('receiveAgencyAnswer', news);
  await workflow.signal('receiveAgencyAnswer', news);
  await elif.withdraw(caseId);
  const before = await recordedEvents(house, caseId);
  expect(before.map(({ type }) => type)).toContain('answer-contradicted');
  expect(before.filter(({ causeId }) => causeId === 'intake:987654')).toHaveLength(1);
  const third = answerTo(`${caseId}.criminal-registry.1`, { ...clean, record: 'unspent' });
  expect(await deliver(third, await sign(third))).toMatchObject({ status: 202, body: { state: 'kept' } });
  expect(await recordedEvents(house, caseId)).toEqual(before);
  await expectOneStory(house, caseId);
});
