/** Whose readings leave a trace: a delegate's of a worker's file, and not a person's of his own. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, asc, eq } from 'drizzle-orm';
import { storeDocumentInTx } from '../../db/desk/documents';
import { accessLog } from '../../db/schema';
import type { Role } from '../../domain/roles';
import { permitLives } from '../support/permit-files';
import { openAccounts, type Accounts } from './office/accounts';
import { permitHolder, recordPermit } from './office/permits';

let accounts: Accounts;
let employerId: string;
beforeAll(async () => {
  accounts = await openAccounts();
  const opening = await accounts.app.inject({
    method: 'POST',
    url: '/employers',
    headers: await accounts.acting('a-delegate', 'employer'),
    payload: { bin: '150340011878', name: 'A builder' },
  });
  employerId = opening.json().employerId;
});
afterAll(() => accounts.close());

async function read(url: string, subject: string, roles: Role[]): Promise<number> {
  const authorization = `Bearer ${await accounts.tokens.sign(subject, roles)}`;
  return (await accounts.app.inject({ url, headers: { authorization } })).statusCode;
}

/** Everything that a filer can read of a case, with its audit name. */
async function readingsOf(caseId: string): Promise<[string, string][]> {
  const bytes = Buffer.from('%PDF-1.7 %%EOF');
  const document = {
    caseId,
    kind: 'passport',
    mediaType: 'application/pdf',
    sha256: 'd'.repeat(64),
    bytes,
  } as const;
  const documentId = await accounts.deps.db.transaction((tx) => storeDocumentInTx(tx, document));
  return [
    ['', 'own-application-read'],
    ['/form', 'own-form-read'],
    [`/documents/${documentId}`, 'own-document-read'],
    ['/notices', 'own-notices-read'],
    [`/notices/${permitLives.granted.length}`, 'own-notice-opened'],
    ['/clock', 'own-clock-read'],
    ['/clock/certificate', 'own-clock-certified'],
  ];
}

async function notesOf(caseId: string) {
  await sleep(600);
  return accounts.deps.db
    .select()
    .from(accessLog)
    .where(eq(accessLog.caseId, caseId))
    .orderBy(asc(accessLog.id));
}

test('a delegate’s readings of a worker’s file are noted, each with the account', async () => {
  const caseId = await recordPermit(accounts, 'granted', { employerId });
  const readings = await readingsOf(caseId);
  for (const [path] of readings) await read(`/applications/${caseId}${path}`, 'a-delegate', ['employer']);
  const notes = await notesOf(caseId);
  expect(notes.map(({ audit }) => audit)).toEqual(readings.map(([, audit]) => audit));
  for (const note of notes)
    expect(note).toMatchObject({ actorId: 'a-delegate', actorRole: 'employer', employerId, status: 200 });
});

test('a person’s readings of his own file are not, whatever else he is', async () => {
  const caseId = await recordPermit(accounts, 'granted');
  for (const [path] of await readingsOf(caseId)) {
    expect(await read(`/applications/${caseId}${path}`, permitHolder, ['applicant'])).toBe(200);
    expect(await read(`/applications/${caseId}${path}`, permitHolder, ['employer', 'applicant'])).toBe(200);
  }
  expect(await notesOf(caseId)).toEqual([]);
});

test('a delegate who is turned away is noted too', async () => {
  const caseId = await recordPermit(accounts, 'granted', { employerId });
  expect(await read(`/applications/${caseId}/form`, 'a-stranger', ['employer'])).toBe(404);
  expect(await notesOf(caseId)).toMatchObject([
    { actorId: 'a-stranger', audit: 'own-form-read', status: 404 },
  ]);
});

test('who reads the workers of an account, or the rows of its files, is noted with the account', async () => {
  const url = `/employers/${employerId}`;
  const filing = randomUUID();
  expect(await read(`${url}/workers`, 'a-delegate', ['employer'])).toBe(200);
  expect(await read(`${url}/bulk-filings`, 'a-delegate', ['employer'])).toBe(200);
  expect(await read(`${url}/bulk-filings/${filing}`, 'a-delegate', ['employer'])).toBe(404);
  expect(await read('/employers/nothing%20of%20ours/workers', 'a-delegate', ['employer'])).not.toBe(200);
  await sleep(600);
  const notes = await accounts.deps.db
    .select()
    .from(accessLog)
    .where(and(eq(accessLog.actorId, 'a-delegate'), eq(accessLog.actorRole, 'employer')))
    .orderBy(asc(accessLog.id));
  const ofAccount = notes.filter(({ caseId }) => caseId === null);
  expect(ofAccount.map((note) => [note.audit, note.employerId, note.status === 200])).toEqual([
    ['workers-read', employerId, true],
    ['bulk-filings-read', employerId, true],
    ['bulk-filings-read', employerId, false],
    ['workers-read', null, false],
  ]);
});

test('an officer’s reading of the same file is noted as it always was', async () => {
  const caseId = await recordPermit(accounts, 'granted', { employerId });
  expect(await read(`/admin/cases/${caseId}`, 'an-officer', ['caseworker'])).toBe(200);
  expect(await notesOf(caseId)).toMatchObject([
    { actorId: 'an-officer', audit: 'case-read', employerId: null },
  ]);
});
