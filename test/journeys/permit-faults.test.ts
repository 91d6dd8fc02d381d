/** Everything that can go wrong with one agency, one life of a permit each: what was tried, what the record says, one permit. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Check } from '../../domain/agencies';
import { control } from '../agencies/street';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
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

interface Fault {
  what: string;
  check: 'berkut' | 'criminal-registry';
  order: object;
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
  await house.desk.until(() => triesOf(caseId, check), seen, 60_000);
  const scope = { requestId: requestOf(caseId, check) };
  await control(doorOf(check), 'PUT /control/behaviour', { scope, malformed: null });
}

async function givenUp(caseId: string, check: Check): Promise<void> {
  await house.desk.until(
    () => triesOf(caseId, check),
    (tries) => tries.includes('reached'),
    60_000,
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

const faults: Fault[] = [
  { what: 'is slow', check: 'berkut', order: { latencyMs: 2_500 }, tries: [reached], told: answered },
  {
    what: 'fails twice with an error',
    check: 'berkut',
    order: { errors: trouble(2, { status: 503 }) },
    tries: ['agency-error', 'agency-error', reached],
    told: answered,
  },
  {
    what: 'loses the connection',
    check: 'criminal-registry',
    order: { cutConnection: trouble(1) },
    tries: ['agency-unreachable', reached],
    told: answered,
  },
  {
    what: 'acts and never replies',
    check: 'berkut',
    order: { timeoutAfterActing: trouble(1) },
    tries: ['agency-timeout', reached],
    told: answered,
  },
  {
    what: 'answers three times',
    check: 'criminal-registry',
    order: { duplicates: 2 },
    tries: [reached],
    told: answered,
  },
  {
    what: 'cannot be read',
    check: 'berkut',
    order: { malformed: 'schema' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-malformed', last: reached },
    told: answered,
  },
  {
    what: 'answers for somebody else',
    check: 'berkut',
    order: { malformed: 'wrong-person' },
    meanwhile: mendedAfterTwo,
    tries: { many: 'agency-mismatch', last: reached },
    told: answered,
  },
  {
    what: 'wants to be asked later',
    check: 'criminal-registry',
    order: { errors: trouble(1, { status: 429, retryAfterSeconds: 3 }) },
    tries: ['agency-limited', reached],
    told: answered,
  },
  {
    what: 'is away as announced',
    check: 'criminal-registry',
    order: {},
    tries: ['agency-away', reached],
    told: answered,
  },
  {
    what: 'takes back its answer before the decision',
    check: 'criminal-registry',
    order: {},
    before: takesItBack,
    proposals: 2,
    tries: [reached],
    told: ['check-answered', 'answer-contradicted', 'finding-judged'],
  },
  {
    what: 'answers when nobody waits any more',
    check: 'criminal-registry',
    order: { silent: true },
    asks: 2,
    meanwhile: givenUp,
    before: judged,
    after: answersLate,
    tries: [reached],
    told: ['check-chased', 'check-unanswered', 'finding-judged', 'late-answer-kept'],
  },
];

test.each(faults)(
  'the agency $what: $check is asked once, and one permit comes of it',
  async (fault) => {
    const { what, check, order, meanwhile, before, after, tries, told, asks = 1, proposals = 1 } = fault;
    const samir = createPermitApplicant(house.desk, 'samir');
    const filed = studying('AZE');
    const caseId = await samir.open(filed);
    await samir.reach(caseId, 'awaiting-form');
    await samir.save(caseId, filed.form);
    await samir.uploadNeeded(caseId);
    const away = what.startsWith('is away') && { outage: { from: inSeconds(-1), until: inSeconds(6) } };
    for (let ask = 1; ask <= asks; ask += 1) {
      const scope = { requestId: requestOf(caseId, check, ask) };
      await control(doorOf(check), 'PUT /control/behaviour', { scope, ...order, ...away });
    }
    expect(await samir.submit(caseId)).toMatchObject({ status: 200 });

    await meanwhile?.(caseId, check);
    await samir.reach(caseId, 'awaiting-judgement', 90_000);
    await desk.officials.judgeDocuments(caseId);
    await before?.(caseId, check);
    await desk.grant(caseId, proposals);
    await after?.(caseId, check);

    const ended = await triesOf(caseId, check);
    const many = Array.isArray(tries) ? [] : Array<string>(ended.length - 1).fill(tries.many);
    expect(ended).toEqual(Array.isArray(tries) ? tries : [...many, tries.last]);
    expect(await desk.toldOf(caseId, check)).toEqual(told);
    await expectAskedOnce(caseId, check);
    expect(await desk.permitsOf(caseId)).toHaveLength(1);
    expect(await desk.told(caseId, 'permit-issued')).toHaveLength(1);
    expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'granted', reopening: null });
  },
  150_000,
);

async function expectAskedOnce(caseId: string, check: Check): Promise<void> {
  const { pending, answered: done } = (await control(doorOf(check), 'GET /control')) as Record<
    'pending' | 'answered',
    { requestId: string }[]
  >;
  const known = [...pending, ...done].map(({ requestId }) => requestId);
  expect(known.filter((requestId) => requestId === requestOf(caseId, check))).toHaveLength(1);
}
