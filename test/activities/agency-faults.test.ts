/** Every fault of the control door, through our own client and activity: what is recorded, and what Temporal is told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { createAgencyActivities, type AskReply } from '../../activities/ask-agencies';
import { createBerkut } from '../../agencies/berkut';
import { createCriminalRegistry } from '../../agencies/criminal-registry';
import { people } from '../../agencies/people';
import { createAgencyLines } from '../../db/agency-lines';
import { createPrefilledReads } from '../../db/reads/prefilled';
import { createAlarms } from '../../db/alarms';
import { createCaseEvidence, type CaseEvidence } from '../../db/case-evidence';
import { preparePerson } from '../../db/desk/persons';
import { agencyTermsOn } from '../../policy/agency-terms';
import { aDataDir, clientsOf, control, listen } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { aLog } from '../support/log';

const { person } = people.timur;
const terms = agencyTermsOn('2026-06-01');
const secondMs = 1_000;
const dayMs = 86_400_000;

let database: OwnDatabase;
let evidence: CaseEvidence;
let folder: Awaited<ReturnType<typeof aDataDir>>;
let agencies: FastifyInstance[];
let urls: { berkut: string; 'criminal-registry': string };
let now: number;
let caseId: string;
let personId: string;
let askAgency: ReturnType<typeof createAgencyActivities>['askAgency'];

beforeAll(async () => {
  database = await openDatabase();
  evidence = createCaseEvidence(database.as('worker'));
  folder = await aDataDir();
  const deps = { dataDir: folder.path, pace: { latencyMs: 0, latencyJitterMs: 0, lateMs: 10 } };
  agencies = [await createBerkut(deps), await createCriminalRegistry(deps)];
  const [berkut = '', criminal = ''] = await Promise.all(agencies.map((app) => listen(app)));
  urls = { berkut, 'criminal-registry': criminal };
  const clock = () => sql`${new Date(now).toISOString()}`;
  const lines = createAgencyLines(database.as('worker'), clock);
  const clients = clientsOf(urls, 'http://127.0.0.1:9', 1_500);
  const prefilled = createPrefilledReads(database.as('worker'));
  const alarms = createAlarms(database.as('worker'), aLog().logger);
  const line = { evidence, alarms, lines, chance: () => 0, terms };
  ({ askAgency } = createAgencyActivities({ ...line, prefilled, agencies: clients }));
});
afterAll(async () => {
  await Promise.all(agencies.map((app) => app.close()));
  await folder.remove();
  await database.close();
});
beforeEach(async () => {
  now = Date.parse('2026-06-01T04:00:00.000Z');
  for (const table of ['agency_tries', 'agency_lines', 'agency_answers', 'operator_alarms'])
    await database.owner.query(`DELETE FROM ${table}`);
  for (const url of Object.values(urls)) await control(url, 'DELETE /control/behaviour');
  caseId = `case-${randomUUID()}`;
  personId = await aPerson(caseId);
});

async function aPerson(ofCase: string): Promise<string> {
  const prepared = preparePerson(ofCase, person);
  await database.as('api', 1).transaction((tx) => prepared.keepInTx(tx));
  return prepared.personId;
}

type Asked = Parameters<typeof askAgency>[0];

const question = (check: 'berkut' | 'criminal-registry' = 'berkut'): Asked => {
  return { caseId, personId, check, requestId: `${caseId}.${check}.1` };
};

/** As the worker calls it; `sinceMs` is how long ago it was scheduled. */
function call(asked: Asked, sinceMs = 0): Promise<AskReply | ApplicationFailure> {
  const context = { info: { scheduledTimestampMs: Date.now() - sinceMs } } as unknown as Context;
  return asyncLocalStorage.run(context, () =>
    askAgency(asked).catch((error: unknown) => {
      if (error instanceof ApplicationFailure) return error;
      throw error;
    }),
  );
}

type Heard = AskReply | ApplicationFailure;

/** Tried again by Temporal itself, or by the workflow after a pause. */
function isWait(heard: Heard): heard is ApplicationFailure | Extract<AskReply, { kind: 'unreachable' }> {
  return heard instanceof ApplicationFailure || (heard.kind === 'unreachable' && heard.pauseMs !== undefined);
}

function waitOf(heard: Heard): number {
  if (heard instanceof ApplicationFailure) return Number(heard.nextRetryDelay);
  return heard.kind === 'unreachable' ? Number(heard.pauseMs) : 0;
}

/** Lets time pass as Temporal would, until the activity is done; says what each try that left ended with. */
async function untilDone(asked: Asked): Promise<AskReply> {
  for (;;) {
    const heard = await call(asked);
    if (!isWait(heard)) return heard;
    now += waitOf(heard);
  }
}

const order = (behaviour: object, check: keyof typeof urls = 'berkut') =>
  control(urls[check], 'PUT /control/behaviour', behaviour);

/** What the read table says of our case's check. */
async function recordCheck(check: { asks: number; result: string | null }): Promise<void> {
  await database.owner.query('DELETE FROM cases WHERE case_id = $1', [caseId]);
  await database.owner.query(
    `INSERT INTO cases (case_id, kind, seq, head_hash, region, applicant_id, status, stage, waiting_party, waiting_since,
       calendar, opened_at, case_file)
     VALUES ($1, 'permanent-residence', 1, '', 'abai', 'p', 'verification', 'verification', 'agencies', now(), 'kz-2026-01', now(), $2)`,
    [caseId, JSON.stringify({ checks: { berkut: check } })],
  );
}

async function codes(): Promise<string[]> {
  const { rows } = await database.owner.query<{ code: string }>('SELECT code FROM agency_tries ORDER BY id');
  return rows.map(({ code }) => code);
}

async function answers(): Promise<{ body: Record<string, unknown> }[]> {
  const { rows } = await database.owner.query<{ body: Record<string, unknown> }>(
    'SELECT body FROM agency_answers ORDER BY received_at',
  );
  return rows;
}

/** What the agency has in its book of our question. */
async function actedOn(asked: Asked): Promise<number> {
  const book = (await control(urls.berkut, 'GET /control')) as Record<
    'pending' | 'answered',
    { requestId: string }[]
  >;
  return [...book.pending, ...book.answered].filter(({ requestId }) => requestId === asked.requestId).length;
}

describe('a fault that passes ends in one answer, and every try is on record', () => {
  test.each<[string, object, string[]]>([
    ['errors', { errors: { status: 500, times: 2 } }, ['agency-error', 'agency-error']],
    ['connections cut', { cutConnection: { times: 3 } }, Array<string>(3).fill('agency-unreachable')],
    ['a time-out after having acted', { timeoutAfterActing: { times: 1 } }, ['agency-timeout']],
    ['a wish for slowness', { errors: { status: 429, times: 1, retryAfterSeconds: 20 } }, ['agency-limited']],
    ['an announced absence', { errors: { status: 503, times: 1, retryAfterSeconds: 3600 } }, ['agency-away']],
  ])('%s', async (_, behaviour, troubles) => {
    await order(behaviour);
    const asked = question();
    expect(await untilDone(asked)).toMatchObject({ kind: 'answered', news: { result: 'clear' } });
    expect(await codes()).toEqual([...troubles, 'reached']);
    expect(await answers()).toMatchObject([{ body: { requestId: asked.requestId } }]);
    expect(await actedOn(asked)).toBe(1);
  });

  test.each<[string, string]>([
    ['json', 'agency-malformed'],
    ['schema', 'agency-malformed'],
    ['wrong-person', 'agency-mismatch'],
    ['wrong-request', 'agency-mismatch'],
  ])(
    'a body that is wrong (%s) is no answer, alarms somebody, and what comes later counts',
    async (...how) => {
      const [malformed, code] = how;
      await order({ malformed });
      for (let tries = 0; tries < 4; tries += 1) {
        const heard = await call(question());
        expect(heard).toMatchObject({ type: code });
        now += Number((heard as ApplicationFailure).nextRetryDelay);
      }
      expect(await answers()).toEqual([]);
      const { rows } = await database.owner.query('SELECT code, case_id FROM operator_alarms');
      expect(rows).toEqual([{ code: 'agency-unusable', case_id: caseId }]);
      await order({ malformed: null });
      expect(await untilDone(question())).toMatchObject({ kind: 'answered' });
      expect(await codes()).toEqual([code, code, code, code, 'reached']);
    },
  );
});

test('the wait for a wish is the one that was wished, and nothing leaves before', async () => {
  await order({ errors: { status: 429, times: 1, retryAfterSeconds: 20 } });
  expect(await call(question())).toEqual({
    kind: 'unreachable',
    code: 'agency-limited',
    pauseMs: 20 * secondMs,
  });
  now += 19 * secondMs;
  expect(await call(question())).toMatchObject({ type: 'agency-quiet' });
  expect(await codes()).toEqual(['agency-limited']);
});

test('a reply that comes after we gave up is heard when the same is asked again', async () => {
  await order({ latencyMs: 2_500 });
  expect(await call(question())).toMatchObject({ type: 'agency-timeout' });
  const { rows } = await database.owner.query('SELECT state FROM agency_lines');
  expect(rows).toEqual([{ state: 'slow' }]);
  await control(urls.berkut, 'DELETE /control/behaviour');
  expect(await untilDone(question())).toMatchObject({ kind: 'answered' });
  expect(await codes()).toEqual(['agency-timeout', 'reached']);
  expect([await actedOn(question()), (await answers()).length]).toEqual([1, 1]);
});

test('a question that the case has gone on from is not asked for ever', async () => {
  const [asked, answered, later] = [1, 2, 3].map((ask) => ({
    ...question(),
    requestId: `${caseId}.berkut.${ask}`,
  }));
  await recordCheck({ asks: 2, result: null });
  await order({ cutConnection: { times: 100 } });
  expect(await call(asked!)).toEqual({ kind: 'unreachable', code: 'not-wanted' });
  expect(await call(answered!)).toMatchObject({ type: 'agency-unreachable' });
  expect(await call(later!)).toMatchObject({ type: 'agency-unreachable' });
  await recordCheck({ asks: 2, result: 'no-answer' });
  expect(await call(answered!)).toEqual({ kind: 'unreachable', code: 'not-wanted' });
});

test('a second answer that differs is kept beside the first', async () => {
  const asked = question();
  await call(asked);
  await control(urls.berkut, 'POST /control/contradict-now', { requestId: asked.requestId });
  expect(await call(asked)).toMatchObject({ kind: 'answered', news: { result: 'unclear' } });
  expect((await answers()).map(({ body }) => body['overstayDays'])).toEqual([0, 45]);
});

test('an agency that answers later has accepted once, though its first reply was lost', async () => {
  await order({ timeoutAfterActing: { times: 1 }, silent: true }, 'criminal-registry');
  expect(await untilDone(question('criminal-registry'))).toEqual({ kind: 'accepted' });
  expect(await codes()).toEqual(['agency-timeout', 'reached']);
  const { pending } = (await control(urls['criminal-registry'], 'GET /control')) as {
    pending: { requestId: string }[];
  };
  expect(pending.filter(({ requestId }) => requestId.startsWith(caseId))).toHaveLength(1);
});

describe('an agency that keeps a ceiling below ours', () => {
  test('is asked again when it said that there is room', async () => {
    await order({ rateLimit: { perSecond: 0.01, burst: 1 } });
    expect(await call(question())).toMatchObject({ kind: 'answered' });
    const beyond = { ...question(), requestId: `${caseId}.berkut.2` };
    const heard = await call(beyond);
    expect(heard).toMatchObject({ code: 'agency-limited' });
    expect(waitOf(heard)).toBeGreaterThan(90 * secondMs);
  });
});

test('an agency that is down for a day is tried now and then, and afterwards each case is asked about once', async () => {
  const cases = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const id = `${caseId}-${index}`;
      const asked: Asked = {
        caseId: id,
        personId: await aPerson(id),
        check: 'berkut',
        requestId: `${id}.berkut.1`,
      };
      return { asked, nextAt: now, scheduledAt: now, heard: [] as AskReply[] };
    }),
  );
  await order({ cutConnection: { times: 100_000 } });
  const begunAt = now;
  let isBack = false;
  const states = new Set<string>();
  while (cases.some(({ heard }) => heard.at(-1)?.kind !== 'answered')) {
    const next = cases
      .filter(({ heard }) => heard.at(-1)?.kind !== 'answered')
      .reduce((first, one) => (one.nextAt < first.nextAt ? one : first));
    now = Math.max(now, next.nextAt);
    if (!isBack && now - begunAt >= dayMs) {
      await control(urls.berkut, 'DELETE /control/behaviour');
      isBack = true;
    }
    const reply = await call(next.asked, now - next.scheduledAt);
    if (reply instanceof ApplicationFailure) {
      states.add(String(reply.type));
      next.nextAt = now + Number(reply.nextRetryDelay);
      continue;
    }
    next.heard.push(reply);
    if (reply.kind === 'unreachable') states.add(reply.code);
    const growing = Math.min(60 * secondMs * 2 ** (next.heard.length - 1), 4 * 3600 * secondMs);
    next.nextAt = now + Math.max(growing, waitOf(reply));
    next.scheduledAt = next.nextAt;
  }
  const backAfterMs = now - begunAt - dayMs;
  expect(states).toContain('agency-down');
  expect(backAfterMs).toBeLessThanOrEqual(4 * 3600 * secondMs + 60 * secondMs);
  const tries = await codes();
  expect(tries.filter((code) => code === 'reached')).toHaveLength(8);
  expect(tries.length).toBeLessThan(8 + 5 + (24 * 3600) / terms.berkut.longestProbeSeconds + 10);
  expect(await answers()).toHaveLength(8);
  for (const { asked, heard } of cases) {
    expect(await actedOn(asked)).toBe(1);
    expect(heard.length).toBeLessThanOrEqual(20);
  }
});
