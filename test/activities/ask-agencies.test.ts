/** Asking an agency: what is kept, what the case hears, and when it hears that nobody can be reached. */
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { createAgencyActivities } from '../../activities/ask-agencies';
import { createTestingCentreActivities } from '../../activities/ask-testing-centre';
import { people } from '../../agencies/people';
import { subjectFrom } from '../../domain/answer-shape';
import type { AgencyClients } from '../../clients/agency-clients';
import { createAgencyLines, type AgencyLines } from '../../db/agency-lines';
import { createAlarms } from '../../db/alarms';
import { createCaseEvidence, type CaseEvidence } from '../../db/case-evidence';
import { createPrefilledReads, type PrefilledReads } from '../../db/reads/prefilled';
import { createCaseTime } from '../../db/case-time';
import { preparePerson } from '../../db/desk/persons';
import { hashOfJson } from '../../db/hash';
import { agencyNames, callbackChecks, type Check } from '../../domain/agencies';
import { clientsOf } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { aLog } from '../support/log';

type Activities = ReturnType<typeof createAgencyActivities> &
  ReturnType<typeof createTestingCentreActivities>;

const { person } = people.timur;
const whom = { asked: subjectFrom(person), subject: subjectFrom(person) };
let database: OwnDatabase;
let evidence: CaseEvidence;
let prefilled: PrefilledReads;
let lines: AgencyLines;
let server: Server | undefined;
let caseId: string;
let personId: string;

beforeAll(async () => {
  database = await openDatabase();
  evidence = createCaseEvidence(database.as('worker'));
  prefilled = createPrefilledReads(database.as('worker'));
  lines = createAgencyLines(database.as('worker'));
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.owner.query('DELETE FROM agency_tries');
  await database.owner.query('DELETE FROM agency_lines');
  caseId = `case-${randomUUID()}`;
  const prepared = preparePerson(caseId, person);
  personId = prepared.personId;
  await database.as('api', 1).transaction((tx) => prepared.keepInTx(tx));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

function allActivities(agencies: AgencyClients): Activities {
  const alarms = createAlarms(database.as('worker', 1), aLog().logger);
  const deps = { evidence, alarms, prefilled, agencies, lines, chance: () => 0 };
  return { ...createAgencyActivities(deps), ...createTestingCentreActivities(deps) };
}

/** Activities whose every agency is this one listener, or nobody. */
async function activitiesOf(listener?: RequestListener): Promise<Activities> {
  if (listener === undefined) return allActivities(clientsOf({}, 'http://127.0.0.1:9'));
  const one = createServer(listener);
  server = one;
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
  const everywhere = Object.fromEntries(agencyNames.map((name) => [name, url]));
  return allActivities(clientsOf(everywhere, 'http://127.0.0.1:9', 2_000));
}

const hourMs = 60 * 60 * 1000;

/** As the worker calls it, so long after it was scheduled; what is thrown is returned. */
function called<T>(ask: () => Promise<T>, agoMs = 0): Promise<unknown> {
  const context = { info: { scheduledTimestampMs: Date.now() - agoMs } } as unknown as Context;
  return asyncLocalStorage.run(context, () => ask().catch((error: unknown) => error));
}

const asked = (check: Check) => ({ caseId, personId, requestId: `${caseId}.${check}.1`, check });

const replying =
  (status: number, reply: object, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(JSON.stringify(reply));

async function keptRequests(): Promise<unknown[]> {
  const { rows } = await database.owner.query(
    'SELECT request_id, agency FROM agency_requests WHERE case_id = $1',
    [caseId],
  );
  return rows;
}

async function alarms(): Promise<unknown[]> {
  const { rows } = await database.owner.query('SELECT code, detail FROM operator_alarms WHERE case_id = $1', [
    caseId,
  ]);
  return rows;
}

async function keptAnswers(): Promise<{ body: unknown; sha256: string }[]> {
  const { rows } = await database.owner.query(
    'SELECT agency, answer_id, body, sha256 FROM agency_answers WHERE case_id = $1',
    [caseId],
  );
  return rows;
}

describe('an agency that answers at once', () => {
  const answerOf = (check: Check, facts: object) => ({
    requestId: `${caseId}.${check}.1`,
    ...{ answerId: 'a-1', ...whom },
    ...facts,
  });

  test.each<[Check, object, object]>([
    ['berkut', { crossings: [], overstayDays: 61, entryBan: true }, { result: 'adverse' }],
    ['iin-registry', { status: 'match' }, { result: 'clear', codes: [] }],
    [
      'fingerprint-registry',
      { status: 'not-registered' },
      { result: 'unclear', codes: ['fingerprints-not-registered'] },
    ],
    ['migration-register', { asOf: '2026-05-09', applications: [] }, { result: 'clear', codes: [] }],
    [
      'medical-registry',
      { status: 'barring', diseaseCodes: ['A15.0'] },
      { result: 'adverse', codes: ['barring-disease'] },
    ],
  ])('%s is heard in codes; its words are kept as they came', async (check, facts, finding) => {
    const answer = answerOf(check, facts);
    const { askAgency } = await activitiesOf(replying(200, answer));
    const sha256 = hashOfJson(answer);
    expect(await called(() => askAgency(asked(check)))).toMatchObject({
      kind: 'answered',
      news: { answer: { answerId: 'a-1', sha256 }, ...finding, effectiveAt: expect.any(String) },
    });
    expect(await keptAnswers()).toEqual([{ agency: check, answer_id: 'a-1', body: answer, sha256 }]);
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.${check}.1`, agency: check }]);
  });

  test('is heard twice and kept once when the activity is retried', async () => {
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'match' })));
    await called(() => askAgency(asked('iin-registry')));
    await called(() => askAgency(asked('iin-registry')));
    expect(await keptAnswers()).toHaveLength(1);
    expect(await keptRequests()).toHaveLength(1);
  });

  test('tells the case nothing of the person', async () => {
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'mismatch' })));
    const heard = JSON.stringify(await called(() => askAgency(asked('iin-registry'))));
    for (const value of Object.values(person)) expect(heard).not.toContain(value);
  });

  test('is heard in the case’s own time', async () => {
    await createCaseTime(database.as('api', 1)).move(caseId, 10 * 86_400_000);
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'match' })));
    const heard = (await called(() => askAgency(asked('iin-registry')))) as { news: { effectiveAt: string } };
    expect(Math.abs(Date.parse(heard.news.effectiveAt) - Date.now() - 10 * 86_400_000)).toBeLessThan(5_000);
  });
});

describe('an agency that answers later', () => {
  const accepted = (agency: string) =>
    replying(202, { requestId: `${caseId}.${agency}.1`, reference: 'ref-1' });

  test.each(callbackChecks)('%s has accepted the question, and no more is known', async (check) => {
    const { askAgency } = await activitiesOf(accepted(check));
    expect(await called(() => askAgency(asked(check)))).toEqual({ kind: 'accepted' });
    expect(await keptAnswers()).toEqual([]);
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.${check}.1`, agency: check }]);
  });

  test('such as the testing centre has its question kept under its own name', async () => {
    const { bookTestAttempt } = await activitiesOf(
      replying(202, { requestId: `${caseId}.testing-centre.1`, reference: 'ref-1' }),
    );
    const booking = { caseId, personId, requestId: `${caseId}.testing-centre.1`, level: 'B1' } as const;
    expect(await called(() => bookTestAttempt(booking))).toEqual({ kind: 'accepted' });
    expect(await keptRequests()).toEqual([{ request_id: booking.requestId, agency: 'testing-centre' }]);
  });
});

describe('an agency that cannot be reached', () => {
  const book = (activities: Activities) => () =>
    activities.bookTestAttempt({ caseId, personId, requestId: `${caseId}.testing-centre.1`, level: 'B1' });

  test('is tried again by Temporal, each time after twice as long', async () => {
    const activities = await activitiesOf();
    for (const ask of [() => activities.askAgency(asked('berkut')), book(activities)]) {
      for (const nextRetryDelay of [500, 1_000, 2_000, 4_000]) {
        const failure = await called(ask);
        expect(failure).toBeInstanceOf(ApplicationFailure);
        expect(failure).toMatchObject({ type: 'agency-unreachable', nonRetryable: false, nextRetryDelay });
      }
    }
  });

  test('is told to the case after half a minute, with when it is worth asking again', async () => {
    const activities = await activitiesOf();
    for (const ask of [() => activities.askAgency(asked('berkut')), book(activities)]) {
      expect(await called(ask, 31_000)).toEqual({
        kind: 'unreachable',
        code: 'agency-unreachable',
        pauseMs: 500,
      });
    }
  });

  test('was asked all the same: the question is kept before it leaves', async () => {
    const { askAgency } = await activitiesOf();
    await called(() => askAgency(asked('berkut')));
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.berkut.1`, agency: 'berkut' }]);
  });

  test('is not asked at all once the circuit is open, and the case hears when it is worth it', async () => {
    let heard = 0;
    const { askAgency } = await activitiesOf((_, response) => {
      heard += 1;
      response.writeHead(500).end();
    });
    for (let i = 0; i < 5; i += 1) await called(() => askAgency(asked('berkut')));
    const failure = await called(() => askAgency(asked('berkut')));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'agency-down' });
    expect((failure as { pauseMs: number }).pauseMs).toBeGreaterThan(20_000);
    expect(heard).toBe(5);
  });
});

describe('an agency in trouble', () => {
  test('that rejects the question is not asked it again, and an operator hears', async () => {
    const { askAgency } = await activitiesOf(replying(400, { detail: 'no' }));
    expect(await called(() => askAgency(asked('berkut')))).toEqual({
      kind: 'unreachable',
      code: 'agency-rejected',
    });
    expect(await alarms()).toEqual([
      { code: 'agency-unusable', detail: `berkut agency-rejected ${caseId}.berkut.1` },
    ]);
  });

  test.each([
    [429, 'agency-limited', { type: 'agency-quiet' }],
    [503, 'agency-away', { kind: 'unreachable', code: 'agency-down' }],
  ])('that wishes to be asked later, with %i, is asked later, by every case', async (status, code, then) => {
    const { askAgency } = await activitiesOf(replying(status, {}, { 'retry-after': '7' }));
    expect(await called(() => askAgency(asked('berkut')))).toMatchObject({
      type: code,
      nextRetryDelay: 7_000,
    });
    const another = { ...asked('berkut'), requestId: `${caseId}.berkut.2` };
    expect(await called(() => askAgency(another))).toMatchObject(then);
  });

  test('that wants to be left alone for a year is believed for some hours', async () => {
    const { askAgency } = await activitiesOf(replying(503, {}, { 'retry-after': '31536000' }));
    expect(await called(() => askAgency(asked('berkut')))).toMatchObject({ pauseMs: 6 * hourMs });
    const { rows } = await database.owner.query<{ hours: number }>(
      `SELECT extract(epoch FROM probe_at - since)::float8 / 3600 AS hours FROM agency_lines`,
    );
    expect(rows).toEqual([{ hours: 6 }]);
  });

  test.each<[string, object, string]>([
    [
      'that answers about somebody else',
      { requestId: 'other', answerId: 'a-1', ...whom, status: 'match' },
      'agency-mismatch',
    ],
    ['that answers with nonsense', { status: 'match' }, 'agency-malformed'],
  ])('%s is not believed: tried again, then told to an operator, and never an answer', async (...given) => {
    const [, reply, code] = given;
    const { askAgency } = await activitiesOf(replying(200, reply));
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(await alarms()).toEqual([]);
      expect(await called(() => askAgency(asked('iin-registry')))).toMatchObject({
        type: code,
        nonRetryable: false,
      });
    }
    expect(await alarms()).toMatchObject([{ code: 'agency-unusable' }]);
    expect(await keptAnswers()).toEqual([]);
  });
});

describe('a mistake of ours', () => {
  test('is never told to the case as an agency that cannot be reached', async () => {
    const { askAgency } = await activitiesOf();
    for (const agoMs of [0, hourMs, 12 * hourMs]) {
      const failure = await called(() => askAgency({ ...asked('berkut'), personId: 'person-404' }), agoMs);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(ApplicationFailure);
    }
  });
});
