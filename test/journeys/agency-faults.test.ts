/** One life among agencies that misbehave, each in its own way, while an operator holds one: asked once, answered once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { permanentChecks, type Check } from '../../domain/agencies';
import { validUntilOf } from '../../policy/answer-validity';
import { policyOf } from '../../policy/policies';
import { createApplicant } from '../support/applicant';
import { createOfficials } from '../support/officials';
import { openHouse, type House } from '../support/house';
import { expectOneStory, recordedEvents } from '../support/truth';
import { control } from '../agencies/street';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
});
afterAll(async () => {
  await house.close();
});

const doorOf = (check: Check) => `http://127.0.0.1:${house.ports[check]}`;
const order = (check: Check, behaviour: object) =>
  control(doorOf(check), 'PUT /control/behaviour', behaviour);

const faults: [Check, object][] = [
  ['berkut', { errors: { status: 503, times: 2 } }],
  ['iin-registry', { cutConnection: { times: 2 } }],
  ['medical-registry', { errors: { status: 429, times: 1, retryAfterSeconds: 2 } }],
  ['migration-register', { malformed: 'wrong-person' }],
  ['security-service', { timeoutAfterActing: { times: 1 } }],
  ['criminal-registry', { duplicates: 2 }],
];

interface Shown {
  agency: string;
  state: string;
  hold: { by: string; reason: string } | null;
  waiting: { cases: number };
}

async function shown(agency: Check): Promise<Shown | undefined> {
  const { body } = await house.desk.call<{ agencies: Shown[] }>('dana', 'GET /admin/agencies');
  return body.agencies.find((one) => one.agency === agency);
}

interface Found {
  findings: { check: Check; result: string | null; receivedAt: string | null; validUntil: string | null }[];
}

async function triesOf(caseId: string): Promise<Record<string, string[]>> {
  const { rows } = await house.owner.query<{ agency: string; codes: string[] }>(
    `SELECT t.agency, array_agg(t.code ORDER BY t.id) AS codes FROM agency_tries t JOIN agency_requests USING (request_id)
     WHERE case_id = $1 GROUP BY t.agency`,
    [caseId],
  );
  return Object.fromEntries(rows.map(({ agency, codes }) => [agency, codes]));
}

test('eight findings come of eight agencies, whatever went wrong on the way', async () => {
  const elif = createApplicant(house.desk, 'elif');
  const caseId = await elif.open();
  await elif.passTest(caseId);
  await elif.fillForm(caseId);
  for (const [check, behaviour] of faults) await order(check, behaviour);
  const hold = { body: { reason: 'the bank changes its certificates today' } };
  expect((await house.desk.call('dana', 'POST /admin/agencies/bank/hold', hold)).status).toBe(200);
  await elif.submitForm(caseId);

  await house.desk.until(
    () => triesOf(caseId),
    ({ 'migration-register': codes = [] }) => codes.length >= 2,
  );
  await order('migration-register', { malformed: null });
  const look = async () =>
    (await house.desk.call<Found>('aigul', `GET /admin/cases/${caseId}`)).body.findings;
  const open = (found: Found['findings']) => found.filter(({ result }) => result === null);
  await house.desk.until(look, (found) => open(found).length === 1, 60_000);
  expect(open(await look())).toMatchObject([{ check: 'bank', receivedAt: null, validUntil: null }]);
  expect(await shown('bank')).toMatchObject({ state: 'held', waiting: { cases: 1 }, hold: hold.body });
  const release = { body: { reason: 'the new certificates can be read' } };
  expect((await house.desk.call('dana', 'POST /admin/agencies/bank/release', release)).status).toBe(200);
  const found = await house.desk.until(look, (now) => open(now).length === 0, 90_000);

  const tries = await triesOf(caseId);
  expect(tries).toEqual({
    'testing-centre': ['reached'],
    berkut: ['agency-error', 'agency-error', 'reached'],
    'iin-registry': ['agency-unreachable', 'agency-unreachable', 'reached'],
    'fingerprint-registry': ['reached'],
    'medical-registry': ['agency-limited', 'reached'],
    'migration-register': [
      ...Array<string>(tries['migration-register']!.length - 1).fill('agency-mismatch'),
      'reached',
    ],
    'security-service': ['agency-timeout'],
    'criminal-registry': ['reached'],
    bank: ['reached'],
  });
  const answered = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'check-answered');
  expect(answered.map(({ data }) => (data as { check: Check }).check).sort()).toEqual(
    [...permanentChecks].sort(),
  );
  const file = await expectOneStory(house, caseId);
  for (const { check, receivedAt, validUntil } of found) {
    expect(validUntil).toBe(validUntilOf(policyOf(file.policyVersion), check, String(receivedAt)));
  }
}, 240_000);

test('an agency that takes back what it said sends the finding to a person, and says so once', async () => {
  const timur = createApplicant(house.desk, 'timur');
  const caseId = await timur.open();
  await timur.passTest(caseId);
  await timur.fillForm(caseId);
  await timur.submitForm(caseId);
  await timur.reach(caseId, 'awaiting-judgement', 60_000);
  await createOfficials(house.desk).judgeDocuments(caseId);
  await timur.reach(caseId, 'awaiting-schedule');
  const requestId = `${caseId}.criminal-registry.1`;
  await control(doorOf('criminal-registry'), 'POST /control/contradict-now', { requestId });
  await timur.reach(caseId, 'awaiting-judgement');
  const told = (await recordedEvents(house, caseId)).filter(({ type }) => type === 'answer-contradicted');
  expect(told).toHaveLength(1);
  await expectOneStory(house, caseId);
  await timur.withdraw(caseId);
}, 120_000);

test('a case goes its way to the decision while an agency is held: no answer is for a person to judge', async () => {
  const timur = createApplicant(house.desk, 'timur');
  const office = createOfficials(house.desk);
  const reason = { body: { reason: 'no line to the bank' } };
  expect((await house.desk.call('dana', 'POST /admin/agencies/bank/hold', reason)).status).toBe(200);
  const caseId = await timur.open();
  await timur.passTest(caseId);
  await timur.fillForm(caseId);
  await timur.submitForm(caseId);
  const look = async () =>
    (await house.desk.call<Found>('aigul', `GET /admin/cases/${caseId}`)).body.findings;
  const open = (found: Found['findings']) => found.filter(({ result }) => result === null);
  await house.desk.until(look, (found) => open(found).length === 1 && found.length === 8, 60_000);
  await office.passDays(caseId, 16);
  await timur.reach(caseId, 'awaiting-judgement', 30_000);
  expect((await look()).find(({ check }) => check === 'bank')).toMatchObject({
    result: 'no-answer',
    receivedAt: null,
    validUntil: null,
  });
  await office.judgeDocuments(caseId);
  await office.judge(caseId, 'bank', 'clear');
  await timur.reach(caseId, 'awaiting-schedule');
  await office.interview(caseId);
  await office.decide(caseId, 'grant');
  await timur.reach(caseId, 'granted', 30_000);
  expect(await shown('bank')).toMatchObject({ state: 'held', waiting: { cases: 0 } });
  expect((await triesOf(caseId))['bank']).toBeUndefined();
  await expectOneStory(house, caseId);
}, 180_000);
