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
import type { AgencyClients } from '../../clients/agency-clients';
import { createCaseEvidence, type CaseEvidence } from '../../db/case-evidence';
import { createPrefilledReads, type PrefilledReads } from '../../db/reads/prefilled';
import { createCaseTime } from '../../db/case-time';
import { preparePerson } from '../../db/desk/persons';
import { hashOfJson } from '../../db/hash';
import { agencyNames, callbackChecks, type Check } from '../../domain/agencies';
import { clientsOf } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';

type Activities = ReturnType<typeof createAgencyActivities> &
  ReturnType<typeof createTestingCentreActivities>;

const { person } = people.timur;
let database: OwnDatabase;
let evidence: CaseEvidence;
let prefilled: PrefilledReads;
let server: Server | undefined;
let caseId: string;
let personId: string;

beforeAll(async () => {
  database = await openDatabase();
  evidence = createCaseEvidence(database.as('worker'));
  prefilled = createPrefilledReads(database.as('worker'));
});
afterAll(() => database.close());

beforeEach(async () => {
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
  const deps = { evidence, prefilled, agencies };
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

/** As the worker calls it, at this attempt; what is thrown is returned. */
function at<T>(attempt: number, ask: () => Promise<T>): Promise<unknown> {
  const context = { info: { attempt } } as unknown as Context;
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
    answerId: 'a-1',
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
    expect(await at(1, () => askAgency(asked(check)))).toMatchObject({
      kind: 'answered',
      news: { answer: { answerId: 'a-1', sha256 }, ...finding, effectiveAt: expect.any(String) },
    });
    expect(await keptAnswers()).toEqual([{ agency: check, answer_id: 'a-1', body: answer, sha256 }]);
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.${check}.1`, agency: check }]);
  });

  test('is heard twice and kept once when the activity is retried', async () => {
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'match' })));
    await at(1, () => askAgency(asked('iin-registry')));
    await at(2, () => askAgency(asked('iin-registry')));
    expect(await keptAnswers()).toHaveLength(1);
    expect(await keptRequests()).toHaveLength(1);
  });

  test('tells the case nothing of the person', async () => {
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'mismatch' })));
    const heard = JSON.stringify(await at(1, () => askAgency(asked('iin-registry'))));
    for (const value of Object.values(person)) expect(heard).not.toContain(value);
  });

  test('is heard in the case’s own time', async () => {
    await createCaseTime(database.as('api', 1)).move(caseId, 10 * 86_400_000);
    const { askAgency } = await activitiesOf(replying(200, answerOf('iin-registry', { status: 'match' })));
    const heard = (await at(1, () => askAgency(asked('iin-registry')))) as { news: { effectiveAt: string } };
    expect(Math.abs(Date.parse(heard.news.effectiveAt) - Date.now() - 10 * 86_400_000)).toBeLessThan(5_000);
  });
});

describe('an agency that answers later', () => {
  const accepted = (agency: string) =>
    replying(202, { requestId: `${caseId}.${agency}.1`, reference: 'ref-1' });

  test.each(callbackChecks)('%s has accepted the question, and no more is known', async (check) => {
    const { askAgency } = await activitiesOf(accepted(check));
    expect(await at(1, () => askAgency(asked(check)))).toEqual({ kind: 'accepted' });
    expect(await keptAnswers()).toEqual([]);
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.${check}.1`, agency: check }]);
  });

  test('such as the testing centre has its question kept under its own name', async () => {
    const { bookTestAttempt } = await activitiesOf(
      replying(202, { requestId: `${caseId}.testing-centre.1`, reference: 'ref-1' }),
    );
    const booking = { caseId, personId, requestId: `${caseId}.testing-centre.1`, level: 'B1' } as const;
    expect(await at(1, () => bookTestAttempt(booking))).toEqual({ kind: 'accepted' });
    expect(await keptRequests()).toEqual([{ request_id: booking.requestId, agency: 'testing-centre' }]);
  });
});

describe('an agency that cannot be reached', () => {
  const book = (activities: Activities) => () =>
    activities.bookTestAttempt({ caseId, personId, requestId: `${caseId}.testing-centre.1`, level: 'B1' });

  test.each([1, 2, 3])('is tried again by Temporal: attempt %i', async (attempt) => {
    const activities = await activitiesOf();
    for (const ask of [() => activities.askAgency(asked('berkut')), book(activities)]) {
      const failure = await at(attempt, ask);
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect(failure).toMatchObject({ type: 'agency-unreachable', nonRetryable: false });
    }
  });

  test.each([4, 5])('is told to the case after the burst: attempt %i', async (attempt) => {
    const activities = await activitiesOf();
    for (const ask of [() => activities.askAgency(asked('berkut')), book(activities)]) {
      expect(await at(attempt, ask)).toEqual({ kind: 'unreachable', code: 'agency-unreachable' });
    }
  });

  test('was asked all the same: the question is kept before it leaves', async () => {
    const { askAgency } = await activitiesOf();
    await at(1, () => askAgency(asked('berkut')));
    expect(await keptRequests()).toEqual([{ request_id: `${caseId}.berkut.1`, agency: 'berkut' }]);
  });
});

test('the security service is pressed less: two tries are its burst', async () => {
  const { askAgency } = await activitiesOf();
  expect(await at(1, () => askAgency(asked('security-service')))).toBeInstanceOf(ApplicationFailure);
  expect(await at(2, () => askAgency(asked('security-service')))).toEqual({
    kind: 'unreachable',
    code: 'agency-unreachable',
  });
});

describe('an agency in trouble', () => {
  test('that rejects the question is not asked it again', async () => {
    const { askAgency } = await activitiesOf(replying(400, { detail: 'no' }));
    expect(await at(1, () => askAgency(asked('berkut')))).toEqual({
      kind: 'unreachable',
      code: 'agency-rejected',
    });
  });

  test('that wishes to be asked later is asked later', async () => {
    const { askAgency } = await activitiesOf(replying(503, {}, { 'retry-after': '7' }));
    expect(await at(1, () => askAgency(asked('berkut')))).toMatchObject({
      type: 'agency-error',
      nextRetryDelay: 7000,
    });
    expect(await at(4, () => askAgency(asked('berkut')))).toEqual({
      kind: 'unreachable',
      code: 'agency-error',
    });
  });

  test.each<[string, object, string]>([
    [
      'that answers about somebody else',
      { requestId: 'other', answerId: 'a-1', status: 'match' },
      'agency-mismatch',
    ],
    ['that answers with nonsense', { status: 'match' }, 'agency-malformed'],
  ])('%s is not believed, and nothing is kept', async (_, reply, code) => {
    const { askAgency } = await activitiesOf(replying(200, reply));
    expect(await at(1, () => askAgency(asked('iin-registry')))).toMatchObject({
      type: code,
      nonRetryable: false,
    });
    expect(await at(4, () => askAgency(asked('iin-registry')))).toEqual({ kind: 'unreachable', code });
    expect(await keptAnswers()).toEqual([]);
  });
});

describe('a mistake of ours', () => {
  test('is never told to the case as an agency that cannot be reached', async () => {
    const { askAgency } = await activitiesOf();
    for (const attempt of [1, 4, 50]) {
      const failure = await at(attempt, () => askAgency({ ...asked('berkut'), personId: 'person-404' }));
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(ApplicationFailure);
    }
  });
});
