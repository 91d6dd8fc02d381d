/** Everything that can go wrong with an agency of a permit, a life each, all side by side: what was tried, what the record says, one permit. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Check } from '../../domain/agencies';
import { renewingForm } from '../../scripts/demo/permit-forms';
import { permitPolicies } from '../../policy/permit/policies';
import { CallbackBehaviour } from '../../agencies/behaviour';
import { control } from '../agencies/street';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant, stranger, type PermitFiled } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import * as writes from '../support/permit-writes';
import { expectOneStory } from '../support/truth';

let house: House;
let desk: PermitDesk;
let lives: Promise<string>[];
beforeAll(async () => {
  house = await openHouse();
  await house.startWorker();
  desk = createPermitDesk(house);
  lives = faults.map(live);
  await Promise.allSettled(lives);
}, 420_000);
afterAll(async () => {
  await house.close();
});

interface Fault {
  what: string;
  check: Check;
  filed: PermitFiled;
  /** A stranger to the cast files, of that citizenship; or somebody whose permit the register knows. */
  by: 'AZE' | 'KGZ' | 'TUR' | 'bekzod';
  order: object | (() => object);
  /** How each try of the one question ended; `many` of the first before the last. */
  tries: string[] | { many: string; last: string };
  /** What the record says of the agency. */
  told: string[];
  /** How often the question is asked in all, and the grant proposed; once unless said. */
  asks?: number;
  proposals?: number;
  /** So long as the case waits for an answer. */
  meanwhile?: (caseId: string, check: Check) => Promise<void>;
  /** When every agency has answered and the papers are judged. */
  before?: (caseId: string, check: Check) => Promise<void>;
  /** When the permit is granted. */
  after?: (caseId: string, check: Check) => Promise<void>;
}

const doorOf = (check: Check) => `http://127.0.0.1:${house.ports[check]}`;
const requestOf = (caseId: string, check: Check, ask = 1) => `${caseId}.${check}.${ask}`;

async function triesOf(caseId: string, check: Check): Promise<string[]> {
  const { rows } = await house.owner.query<{ code: string }>(
    'SELECT code FROM agency_tries WHERE request_id = $1 ORDER BY id',
    [requestOf(caseId, check)],
  );
  return rows.map(({ code }) => code);
}

/** The agency was seen to misbehave twice, and is mended. */
async function mendedAfterTwo(caseId: string, check: Check): Promise<void> {
  const seen = (tries: string[]) => tries.filter((code) => code !== null).length >= 2;
  await house.desk.until(() => triesOf(caseId, check), seen, 150_000);
  const scope = { requestId: requestOf(caseId, check) };
  await control(doorOf(check), 'PUT /control/behaviour', { scope, malformed: null });
}

async function givenUp(caseId: string, check: Check): Promise<void> {
  await house.desk.until(
    () => triesOf(caseId, check),
    (tries) => tries.includes('reached'),
    150_000,
  );
  await desk.officials.passDays(caseId, 4);
  await desk.reach(caseId, 'awaiting-judgement');
}

/** The one, and whoever else the days that passed have overtaken. */
const judged = async (caseId: string, check: Check) => {
  const unclear = await desk.officials.listUnclear(caseId);
  expect(unclear).toContain(check);
  for (const each of unclear) {
    expect(await desk.officials.judge(caseId, each, 'clear')).toMatchObject({ status: 200 });
  }
  await desk.reach(caseId, 'awaiting-decision');
};

async function answersLate(caseId: string, check: Check): Promise<void> {
  await control(doorOf(check), 'POST /control/answer-now', { requestId: requestOf(caseId, check) });
  await desk.toldAtLeast(caseId, 'late-answer-kept');
}

/** Before anything is decided the agency says something else: a person judges, and the proposal falls. */
async function takesItBack(caseId: string, check: Check): Promise<void> {
  await desk.toldAtLeast(caseId, 'decision-proposed');
  await control(doorOf(check), 'POST /control/contradict-now', { requestId: requestOf(caseId, check) });
  await desk.reach(caseId, 'awaiting-judgement');
  await judged(caseId, check);
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
const answered = ['check-answered'];
const reached = 'reached';
const trouble = (times: number, more: object = {}) => ({ times, ...more });
const study = { filed: writes.studying('AZE'), by: 'AZE' } as const;
const business = { filed: writes.inBusiness('TUR'), by: 'TUR' } as const;
const family = { filed: writes.joiningHusband, by: 'KGZ' } as const;
const work = { filed: writes.working('KGZ'), by: 'KGZ' } as const;
const renewal: Pick<Fault, 'filed' | 'by'> = {
  filed: { filing: 'renewal', purpose: 'work-with-permit', form: renewingForm() },
  by: 'bekzod',
};

/** Each fault of the control door once at least, and each agency that is asked about a permit. */
const faults: Fault[] = [
  {
    what: 'is slow',
    check: 'berkut',
    ...study,
    order: { latencyMs: 2_500 },
    tries: [reached],
    told: answered,
  },
  {
    ...{ what: 'fails twice with an error', check: 'medical-registry', ...business },
    order: { errors: trouble(2, { status: 503 }) },
    tries: ['agency-error', 'agency-error', reached],
    told: answered,
  },
  {
    ...{ what: 'loses the connection', check: 'kinship-register', ...family },
    order: { cutConnection: trouble(1) },
    tries: ['agency-unreachable', reached],
    told: answered,
  },
  {
    ...{ what: 'acts and never replies', check: 'migration-register', ...study },
    order: { timeoutAfterActing: trouble(1) },
    tries: ['agency-timeout', reached],
    told: answered,
  },
  {
    ...{ what: 'answers three times', check: 'security-service', ...renewal },
    order: { duplicates: 2 },
    tries: [reached],
    told: answered,
  },
  {
    ...{ what: 'cannot be read', check: 'labour-contracts', ...work },
    order: { malformed: 'schema' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-malformed', last: reached },
    told: answered,
  },
  {
    ...{ what: 'replies with what is no JSON', check: 'berkut', ...business },
    order: { malformed: 'json' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-malformed', last: reached },
    told: answered,
  },
  {
    ...{ what: 'keeps a ceiling of its own', check: 'kinship-register', ...family },
    order: { errors: trouble(1, { status: 503 }), rateLimit: { perSecond: 0.1, burst: 1 } },
    tries: ['agency-error', 'agency-limited', reached],
    told: answered,
  },
  {
    ...{ what: 'answers for somebody else', check: 'iin-registry', ...study },
    order: { malformed: 'wrong-person' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-mismatch', last: reached },
    told: answered,
  },
  {
    ...{ what: 'answers another question', check: 'insurance-register', ...study },
    order: { malformed: 'wrong-request' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-mismatch', last: reached },
    told: answered,
  },
  {
    ...{ what: 'wants to be asked later', check: 'permit-register', ...work },
    order: { errors: trouble(1, { status: 429, retryAfterSeconds: 3 }) },
    tries: ['agency-limited', reached],
    told: answered,
  },
  {
    ...{ what: 'is away as announced', check: 'fingerprint-registry', ...study },
    order: () => ({ outage: { from: inSeconds(-1), until: inSeconds(6) } }),
    tries: { many: 'agency-away', last: reached },
    told: answered,
  },
  {
    ...{ what: 'takes back its answer before the decision', check: 'criminal-registry', ...study },
    order: {},
    before: takesItBack,
    proposals: 2,
    tries: [reached],
    told: ['check-answered', 'answer-contradicted', 'finding-judged'],
  },
  {
    ...{ what: 'answers when nobody waits any more', check: 'criminal-registry', ...study },
    order: { silent: true },
    asks: 2,
    meanwhile: givenUp,
    before: judged,
    after: answersLate,
    tries: [reached],
    told: ['check-chased', 'check-unanswered', 'finding-judged', 'late-answer-kept'],
  },
];

/** From the opening to the grant, with the fault ordered for this one question; resolves with the case id. */
async function live(fault: Fault, index: number): Promise<string> {
  const { check, filed, by, order, meanwhile, before, after, asks = 1, proposals = 1 } = fault;
  const who = by === 'bekzod' ? by : stranger(index, by);
  const applicant = createPermitApplicant(house.desk, who);
  const caseId = await applicant.open(filed);
  await applicant.reach(caseId, 'awaiting-form', 150_000);
  await applicant.save(caseId, filed.form);
  await applicant.uploadNeeded(caseId);
  for (let ask = 1; ask <= asks; ask += 1) {
    const scope = { requestId: requestOf(caseId, check, ask) };
    const ordered = typeof order === 'function' ? order() : order;
    await control(doorOf(check), 'PUT /control/behaviour', { scope, ...ordered });
  }
  const submitted = await applicant.submit(caseId);
  if (submitted.status !== 200) throw new Error(`not filed: ${JSON.stringify(submitted.body)}`);

  await meanwhile?.(caseId, check);
  await applicant.reach(caseId, 'awaiting-judgement', 150_000);
  await desk.officials.judgeDocuments(caseId);
  await before?.(caseId, check);
  await desk.grant(caseId, proposals);
  await after?.(caseId, check);
  return caseId;
}

test.each(faults.map((fault, index) => ({ ...fault, index })))(
  'the agency $what: $check is asked once, and one permit comes of it',
  async ({ check, tries, told, index }) => {
    const caseId = (await lives[index]) ?? '';
    const ended = await triesOf(caseId, check);
    const many = Array.isArray(tries) ? [] : Array<string>(ended.length - 1).fill(tries.many);
    expect(ended).toEqual(Array.isArray(tries) ? tries : [...many, tries.last]);
    expect(await desk.toldOf(caseId, check)).toEqual(told);
    await expectAskedOnce(caseId, check);
    expect(await desk.permitsOf(caseId)).toHaveLength(1);
    expect(await desk.told(caseId, 'permit-issued')).toHaveLength(1);
    expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'granted', reopening: null });
  },
  60_000,
);

test('every fault that the control door knows of an agency is ordered in one of the lives', () => {
  const known = Object.keys(CallbackBehaviour.properties).filter((name) => name !== 'scope');
  const orders = faults.map(({ order }) => (typeof order === 'function' ? order() : order));
  const ordered = orders.flatMap((order) => Object.keys(order));
  const atTheDoor = ['lateMs', 'contradiction'];
  expect([...new Set([...ordered, ...atTheDoor])].sort()).toEqual(known.sort());
  const malformed = orders.flatMap((order) => ('malformed' in order ? [order.malformed] : []));
  expect(malformed.sort()).toEqual(['json', 'schema', 'wrong-person', 'wrong-request']);
});

test('each agency that is asked about a permit misbehaves in one of the lives', () => {
  const asked = permitPolicies.at(-1)?.checks.value ?? {};
  expect([...new Set(faults.map(({ check }) => check))].sort()).toEqual(Object.keys(asked).sort());
});

async function expectAskedOnce(caseId: string, check: Check): Promise<void> {
  const { pending, answered: done } = (await control(doorOf(check), 'GET /control')) as Record<
    'pending' | 'answered',
    { requestId: string }[]
  >;
  const known = [...pending, ...done].map(({ requestId }) => requestId);
  expect(known.filter((requestId) => requestId === requestOf(caseId, check))).toHaveLength(1);
}
