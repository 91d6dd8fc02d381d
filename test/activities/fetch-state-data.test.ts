/** Asking the registers before the person sees the form: what is kept, and that no value leaves PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { createStateDataActivities } from '../../activities/fetch-state-data';
import { people } from '../../agencies/people';
import { createAgencyLines } from '../../db/agency-lines';
import { createAlarms } from '../../db/alarms';
import { createCaseEvidence } from '../../db/case-evidence';
import { createRecord } from '../../db/record';
import { preparePerson } from '../../db/desk/persons';
import { hashOfJson } from '../../db/hash';
import { createPrefilledValues } from '../../db/prefilled-values';
import { createEmployerReads } from '../../db/reads/employers';
import { createPrefilledReads } from '../../db/reads/prefilled';
import { caseTime } from '../../db/schema';
import { agencyNames } from '../../domain/agencies';
import { subjectFrom } from '../../domain/answer-shape';
import type { StateSource } from '../../domain/permit';
import { clientsOf } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { aPermitFile, permitLives, story, tell, type Told } from '../support/case-files';
import { aLog } from '../support/log';
import { deadlinesOf, eventOfDeadline } from '../../policy/deadlines';

const { person } = people.bekzod;
const own = subjectFrom(person);
const policy = { number: 'MS-2026-77', from: '2026-01-01', until: '2026-12-31', covers: 'medical' };

let database: OwnDatabase;
let server: Server;
let activities: ReturnType<typeof createStateDataActivities>;
let reads: ReturnType<typeof createPrefilledReads>;
let caseId: string;
let personId: string;
let reply: { status: number; facts: object };
const heard: unknown[] = [];

beforeAll(async () => {
  database = await openDatabase();
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const { requestId } = JSON.parse(text) as { requestId: string };
      heard.push(JSON.parse(text));
      response.writeHead(reply.status).end(JSON.stringify({ requestId, ...reply.facts }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const worker = database.as('worker');
  activities = createStateDataActivities({
    evidence: createCaseEvidence(worker),
    alarms: createAlarms(worker, aLog().logger),
    lines: createAgencyLines(worker),
    prefilled: createPrefilledValues(worker),
    employers: createEmployerReads(worker),
    agencies: clientsOf(Object.fromEntries(agencyNames.map((name) => [name, url])), 'http://us', 2_000),
  });
  reads = createPrefilledReads(database.as('api'));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});
beforeEach(async () => {
  caseId = `case-${randomUUID()}`;
  heard.length = 0;
  const prepared = preparePerson(caseId, person);
  personId = prepared.personId;
  await database.as('api', 1).transaction((tx) => prepared.keepInTx(tx));
});

const insured = (answerId: string, policies: object[]) => ({
  status: 200,
  facts: { answerId, asked: own, subject: own, question: {}, policies },
});

function fetchFrom(source: StateSource, attempt = 1) {
  const context = { info: { attempt } } as unknown as Context;
  const asked = { caseId, personId, source, requestId: `${caseId}.fetch.${source}` };
  return asyncLocalStorage.run(context, () => activities.fetchStateData(asked));
}

describe('a register that knows the person', () => {
  test('fills in its fields: the case hears which, and the values stay in PostgreSQL', async () => {
    reply = insured('a-1', [policy]);
    const fetched = await fetchFrom('insurance-register');
    expect(fetched).toEqual({
      source: 'insurance-register',
      result: 'found',
      pointers: ['/insurance/policyNumber', '/insurance/validUntil'],
      answer: { answerId: 'a-1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.stringify(fetched)).not.toContain(policy.number);
    expect(heard).toEqual([{ requestId: `${caseId}.fetch.insurance-register`, person, question: {} }]);
    const kept = { source: 'insurance-register', answerId: 'a-1', receivedAt: expect.any(String) };
    expect(await reads.listKeptValues(caseId)).toEqual([
      { ...kept, pointer: '/insurance/policyNumber', value: policy.number },
      { ...kept, pointer: '/insurance/validUntil', value: policy.until },
    ]);
  });

  test('is kept with its body, from which anybody can read the same', async () => {
    reply = insured('a-2', [policy]);
    const { answer } = await fetchFrom('insurance-register');
    const { rows } = await database.owner.query<{ body: object; sha256: string }>(
      'SELECT body, sha256 FROM agency_answers WHERE case_id = $1',
      [caseId],
    );
    expect(rows.map(({ sha256 }) => sha256)).toEqual([answer?.sha256]);
    expect(hashOfJson(rows[0]?.body)).toBe(answer?.sha256);
  });

  test('is kept once however often it is tried', async () => {
    reply = insured('a-3', [policy]);
    const first = await fetchFrom('insurance-register');
    const before = await reads.listKeptValues(caseId);
    expect(await fetchFrom('insurance-register', 2)).toEqual(first);
    expect(await reads.listKeptValues(caseId)).toEqual(before);
  });

  test('may fill in no field at all', async () => {
    reply = { status: 200, facts: { answerId: 'a-5', asked: own, subject: own, status: 'match' } };
    const expected = { source: 'iin-registry', result: 'found', pointers: [] };
    expect(await fetchFrom('iin-registry')).toMatchObject(expected);
    expect(await reads.listKeptValues(caseId)).toEqual([]);
  });
});

describe('what a register said', () => {
  const source = 'insurance-register' as const;
  const recorded = (...told: Told[]) =>
    createRecord(database.as('worker', 1)).appendEvents(caseId, story([...permitLives.fetching, ...told]));
  const shown = async () => (await reads.listPrefilled(caseId)).map(({ pointer, value }) => [pointer, value]);

  test('counts when an event names it, and not before', async () => {
    reply = insured('a-10', [policy]);
    const { pointers, answer } = await fetchFrom(source);
    expect(await shown()).toEqual([]);
    await recorded(tell('state-data-fetched', { data: { source, pointers, answer } }));
    expect(await shown()).toEqual([
      ['/insurance/policyNumber', policy.number],
      ['/insurance/validUntil', policy.until],
    ]);
  });

  test('after its ten minutes had passed is kept, and nothing of it counts', async () => {
    const file = aPermitFile('fetching');
    const silence = deadlinesOf(file).map((due) => eventOfDeadline(file, due));
    await recorded(
      ...silence.map(({ effectiveAt, data }) =>
        tell('state-data-fetched', { effectiveAt, data: data as object }),
      ),
    );
    reply = insured('a-11', [policy]);
    expect(await fetchFrom(source)).toMatchObject({ result: 'found' });
    expect(await shown()).toEqual([]);
    expect(await reads.listKeptValues(caseId)).toHaveLength(2);
  });

  test('in a second answer counts when that is the one which is named, and the first does not', async () => {
    reply = insured('a-12', [policy]);
    await fetchFrom(source);
    reply = insured('a-13', [{ ...policy, number: 'MS-2026-99' }]);
    const { pointers, answer } = await fetchFrom(source, 2);
    await recorded(tell('state-data-fetched', { data: { source, pointers, answer } }));
    expect(await shown()).toContainEqual(['/insurance/policyNumber', 'MS-2026-99']);
    expect(await shown()).toHaveLength(2);
  });
});

describe('the fingerprint registry', () => {
  const today = '2026-05-04';
  async function askedOf(bornOn: string) {
    const prepared = preparePerson(caseId, { ...person, bornOn });
    personId = prepared.personId;
    const api = database.as('api', 1);
    await api.transaction((tx) => prepared.keepInTx(tx));
    const offsetMs = Date.parse(`${today}T07:00:00.000Z`) - Date.now();
    await api.insert(caseTime).values({ caseId, offsetMs });
    const him = subjectFrom({ ...person, bornOn });
    reply = { status: 200, facts: { answerId: 'a-14', asked: him, subject: him, status: 'match' } };
    return fetchFrom('fingerprint-registry');
  }

  test('is not asked about a child on the day before it is sixteen', async () => {
    expect(await askedOf('2010-05-05')).toEqual({
      source: 'fingerprint-registry',
      result: 'not-due',
      pointers: [],
      answer: null,
    });
    expect(heard).toEqual([]);
  });

  test('is asked from the sixteenth birthday on', async () => {
    expect(await askedOf('2010-05-04')).toMatchObject({
      result: 'found',
      pointers: ['/register/fingerprints'],
    });
    expect(heard).toHaveLength(1);
  });
});

describe('a register that knows nothing', () => {
  test('answers all the same, and the answer is kept', async () => {
    reply = insured('a-6', []);
    expect(await fetchFrom('insurance-register')).toMatchObject({
      result: 'nothing-found',
      pointers: [],
      answer: { answerId: 'a-6' },
    });
  });

  test('is one that read another person’s file', async () => {
    reply = insured('a-7', [policy]);
    reply.facts = { ...reply.facts, subject: subjectFrom(people.orhan.person) };
    expect(await fetchFrom('insurance-register')).toMatchObject({ result: 'nothing-found', pointers: [] });
    expect(await reads.listKeptValues(caseId)).toEqual([]);
  });
});

describe('a register that nobody can reach', () => {
  test('is told as out of reach, with when to ask again, and fills nothing in', async () => {
    reply = { status: 503, facts: {} };
    const expected = { source: 'insurance-register', result: 'unreachable', pointers: [], answer: null };
    expect(await fetchFrom('insurance-register', 4)).toMatchObject(expected);
    expect(await reads.listKeptValues(caseId)).toEqual([]);
  });

  test('is one that rejects the question', async () => {
    reply = { status: 400, facts: {} };
    expect(await fetchFrom('permit-register')).toMatchObject({ result: 'unreachable', answer: null });
  });
});
