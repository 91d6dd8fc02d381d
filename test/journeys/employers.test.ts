/** An employer's staff, through the real service: the last place is taken once, and a file is filed once whatever dies. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { people, type PersonKey } from '../../agencies/people';
import { freePorts } from '../../scripts/servers/ports';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { anIndividual } from '../support/permit-forms';
import { inDays, working } from '../support/permit-writes';
import { expectOneStory } from '../support/truth';
import { manyWorkers, workersFile } from '../support/workers-file';

const scan = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let house: House;
beforeAll(async () => {
  /** This API files no rows: the processes that do are started here, and killed. */
  house = await openHouse(undefined, undefined, undefined, { BULK_ROWS_AT_ONCE: '0' });
});
afterAll(() => house.close());

const delegate = (line: string, body?: unknown, more: { key?: string; type?: string } = {}) =>
  house.desk.call('delegate', line, {
    ...(body !== undefined && { body }),
    ...(more.key && { key: more.key }),
    ...(more.type && { headers: { 'content-type': more.type } }),
  });

async function openAccount(bin: string): Promise<string> {
  const reply = await delegate('POST /employers', { bin, name: 'An employer' });
  return String(reply.body['employerId']);
}

async function statusOf(caseId: string): Promise<string> {
  return String((await delegate(`GET /applications/${caseId}`)).body['status']);
}
const reach = (caseId: string, status: string) =>
  house.desk.until(
    () => statusOf(caseId),
    (now) => now === status,
    60_000,
  );

async function fileFor(employerId: string, worker: PersonKey): Promise<string> {
  const { person } = people[worker];
  const filed = { filing: 'issue', purpose: 'eaeu-work', region: 'abai', person, employerId };
  const opened = await delegate('POST /applications/permits', filed);
  const caseId = String(opened.body['caseId']);
  await reach(caseId, 'awaiting-form');
  const ofAnother = working('KGZ').form;
  const form = { ...ofAnother, employment: { ...ofAnother.employment, bin: anIndividual } };
  const save = (content: unknown, version: number) =>
    house.desk.call('delegate', `PUT /applications/${caseId}/form`, {
      body: content,
      headers: { 'if-match': `"${version}"` },
    });
  await save(ofAnother, 0);
  const refused = await delegate(`POST /applications/${caseId}/form/submission`, { version: 1 });
  expect(refused.body).toMatchObject({
    code: 'invalid-input',
    errors: [{ pointer: '/employment/bin', code: 'bin-of-another-employer' }],
  });
  await save(form, 1);
  const { needed } = (await delegate(`GET /applications/${caseId}/form`)).body as {
    needed: { kind: string }[];
  };
  for (const { kind } of needed) {
    const line = `POST /applications/${caseId}/documents?kind=${kind}`;
    await delegate(line, scan, { type: 'application/pdf' });
  }
  const submitted = await delegate(`POST /applications/${caseId}/form/submission`, { version: 2 });
  expect(submitted.status).toBe(200);
  return caseId;
}

test('of two officers who grant for the last place at the same moment one hears that there is none', async () => {
  const worker = await house.startWorker();
  const officials = createOfficials(house.desk);
  const employerId = await openAccount(anIndividual);
  const takenBefore = ['a', 'b', 'c', 'd', 'e'].map((name) => `${employerId}-${name}`);
  for (const caseId of takenBefore) {
    await house.owner.query('INSERT INTO employer_places (case_id, employer_id, bin) VALUES ($1, $2, $3)', [
      caseId,
      employerId,
      anIndividual,
    ]);
  }

  const cases = await Promise.all([fileFor(employerId, 'timur'), fileFor(employerId, 'saltanat')]);
  for (const caseId of cases) {
    await reach(caseId, 'awaiting-judgement');
    await officials.assign(caseId);
    await officials.judgeDocuments(caseId);
    await reach(caseId, 'awaiting-decision');
  }
  await house.owner.query(
    'UPDATE employer_places SET released_at = clock_timestamp() WHERE case_id = $1',
    takenBefore.slice(0, 1),
  );
  const [one = '', other = ''] = cases;
  const grant = (officer: string, caseId: string) =>
    officials.as(officer)(caseId, 'officer-decision', { outcome: 'grant', text: 'all is in order' });
  const decisions = await Promise.all([grant('aigul', one), grant('nurlan', other)]);

  expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(decisions.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'no-place-left' });
  const granted = decisions[0]?.status === 200 ? one : other;
  await reach(granted, 'granted');
  const account = await delegate(`GET /employers/${employerId}`);
  expect(account.body).toMatchObject({ places: { limit: 5, taken: 5, reserved: 4 } });
  const listed = (await delegate(`GET /employers/${employerId}/workers?limit=1`)).body as { next: string };
  const rest = await delegate(`GET /employers/${employerId}/workers?cursor=${listed.next}`);
  expect([listed, rest.body].flatMap((page) => (page as { workers?: unknown[] }).workers)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ caseId: granted, status: 'granted', certificate: expect.any(Object) }),
      expect.objectContaining({ caseId: granted === one ? other : one, certificate: null }),
    ]),
  );
  for (const caseId of cases) await expectOneStory(house, caseId);
  await worker.stop();
}, 240_000);

test('a file that is sent again and again while its process is killed files each worker once', async () => {
  const worker = await house.startWorker();
  const employerId = await openAccount('150340011878');
  const lasting = { contractUntil: inDays(300), workPermitUntil: inDays(300) };
  const file = workersFile(manyWorkers(8, lasting));
  const send = async (key: string = randomUUID()) =>
    String(
      (await delegate(`POST /employers/${employerId}/bulk-filings`, file, { key, type: 'text/csv' })).body[
        'filingId'
      ],
    );
  const filingId = await send('the-first-time');
  const rows = async () =>
    (await delegate(`GET /employers/${employerId}/bulk-filings/${filingId}`)).body as {
      rows: Record<string, number>;
      page: { caseId: string; state: string }[];
    };
  const planned = (await rows()).page.map(({ caseId }) => caseId);

  const dying = await startApi();
  await house.desk.until(rows, ({ rows: { waiting = 8 } }) => waiting < 8, 60_000);
  await dying.kill();
  expect((await rows()).rows['submitted']).toBeLessThan(8);
  expect([await send('the-first-time'), await send()]).toEqual([filingId, filingId]);

  const living = await startApi();
  const done = await house.desk.until(rows, ({ rows: { submitted } }) => submitted === 8, 120_000);
  await living.stop();
  expect(done.page.map(({ caseId }) => caseId)).toEqual(planned);
  const { rows: cases } = await house.owner.query<{ case_id: string }>(
    'SELECT case_id FROM cases WHERE employer_id = $1',
    [employerId],
  );
  expect(cases.map(({ case_id: caseId }) => caseId).sort()).toEqual([...planned].sort());
  const { rows: acts } = await house.owner.query<{ verb: string; n: number }>(
    `SELECT verb, count(*)::int AS n FROM intake WHERE idempotency_key LIKE 'bulk:%' GROUP BY verb ORDER BY verb`,
  );
  expect(acts).toEqual([
    { verb: 'openPermitApplication', n: 8 },
    { verb: 'saveForm', n: 8 },
    { verb: 'submitForm', n: 8 },
  ]);
  for (const caseId of planned) await expectOneStory(house, caseId);
  await worker.stop();
}, 240_000);

/** An API as a process of its own, which files rows. */
async function startApi() {
  const [port = 0] = await freePorts(1);
  const identity = `http://127.0.0.1:${house.ports.identity}`;
  return house.startWorker({
    program: 'api/main.js',
    env: {
      DATABASE_URL: house.database.urlOf('api'),
      PORT: String(port),
      HEALTH_PORT: String(port),
      AUTH_ISSUER: identity,
      AUTH_JWKS_URL: `${identity}/.well-known/jwks.json`,
      BULK_ROWS_AT_ONCE: '2',
    },
  });
}
