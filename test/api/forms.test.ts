/** Filling in the form: drafts, documents, and handing it in. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { buildApp } from '../../api/app';
import { createCasework } from '../../api/casework';
import { createIntake, lockCase } from '../../db/intake';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { accessLog, documents, persons } from '../../db/schema';
import { people } from '../../agencies/people';
import type { ApplicationForm } from '../../domain/form';
import type { Role } from '../../domain/roles';
import { mostDocumentsOfKind } from '../../policy/upload-limit';
import { scansFor } from '../../scripts/demo/scans';
import { aForm } from '../support/forms';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  const { person: identity } = people.timur;
  const row = { personId: 'person-1', caseId: 'of-many', identity, sha256: 'a'.repeat(64) };
  await office.deps.db.insert(persons).values(row);
});
afterAll(() => office.close());
beforeEach(async () => {
  caseId = await recordCase(office, 'formOpen');
  office.asked.length = 0;
});

const complete = aForm({ employment: { profession: 'Marked-Profession' } });
const pdf = Buffer.from(`%PDF-1.7 a passport${' '.repeat(40)}\n%%EOF\n`);
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

async function save(version: string | undefined, payload: object) {
  const headers = { ...(await office.acting('p-one', 'applicant')), ...(version && { 'if-match': version }) };
  return office.app.inject({ method: 'PUT', url: `/applications/${caseId}/form`, headers, payload });
}
async function upload(bytes: Buffer, type = 'application/pdf', query = 'kind=passport') {
  const headers = { ...(await office.acting('p-one', 'applicant')), 'content-type': type };
  const url = `/applications/${caseId}/documents?${query}`;
  return office.app.inject({ method: 'POST', url, headers, payload: bytes });
}
async function uploadAll(form: ApplicationForm = complete, but: string[] = []) {
  for (const { kind, mediaType, bytes } of scansFor(form, people.timur.person)) {
    if (!but.includes(kind)) await upload(Buffer.from(bytes), mediaType, `kind=${kind}`);
  }
}
async function submit(version: number) {
  const headers = await office.acting('p-one', 'applicant');
  const url = `/applications/${caseId}/form/submission`;
  return office.app.inject({ method: 'POST', url, headers, payload: { version } });
}

describe('a draft', () => {
  test('is saved on top of the version that was seen', async () => {
    const first = await save('"0"', { adaptability: { monthsLivedHere: 3 } });
    expect([first.statusCode, first.json().version, first.headers.etag]).toEqual([200, 1, '"1"']);
    const second = await save('"1"', { adaptability: { monthsLivedHere: 4 } });
    expect(second.json().version).toBe(2);
    const read = await office.app.inject({
      url: `/applications/${caseId}/form`,
      headers: await office.bearer('p-one', 'applicant'),
    });
    expect(read.json()).toMatchObject({
      version: 2,
      content: { adaptability: { monthsLivedHere: 4 } },
      documents: [],
    });
    expect(read.headers.etag).toBe('"2"');
  });

  test('is read as it was saved, with every field of every row', async () => {
    await save('"0"', complete);
    const headers = await office.bearer('p-one', 'applicant');
    const read = await office.app.inject({ url: `/applications/${caseId}/form`, headers });
    expect(read.json().content).toEqual(JSON.parse(JSON.stringify(complete)));
  });

  test('with a field that no section knows is refused by its pointer', async () => {
    const reply = await save('"0"', { employment: { periods: [{ employer: 'Hydro', salary: 1 }] } });
    expect([reply.statusCode, reply.json().errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/employment/periods/0/salary', code: 'unknown-field' })],
    ]);
  });

  test('is not saved over what was changed elsewhere', async () => {
    await save('"0"', {});
    const reply = await save('"0"', { health: { insured: true } });
    expect([reply.statusCode, reply.json().code]).toEqual([412, 'version-mismatch']);
    const headers = await office.bearer('p-one', 'applicant');
    const read = await office.app.inject({ url: `/applications/${caseId}/form`, headers });
    expect(read.json()).toMatchObject({ version: 1, content: {} });
  });

  test('is refused without a word on which version it changes', async () => {
    const reply = await save(undefined, {});
    expect([reply.statusCode, reply.json().code]).toEqual([428, 'version-required']);
  });

  test('is refused when the form is not open', async () => {
    caseId = await recordCase(office, 'verification');
    const reply = await save('"0"', {});
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'act-out-of-order']);
  });

  test('is refused when its time has passed, even before anyone recorded that', async () => {
    const openedAt = new Date(Date.now() - 60 * 86_400_000).toISOString();
    caseId = await recordCase(office, 'formOpen', { openedAt });
    const reply = await save('"0"', {});
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'case-over']);
  });

  test('shows an empty form before the first saving', async () => {
    const headers = await office.bearer('p-one', 'applicant');
    const read = await office.app.inject({ url: `/applications/${caseId}/form`, headers });
    expect(read.json()).toMatchObject({ version: 0, content: {}, savedAt: null });
  });
});

describe('a document', () => {
  test('is known by its content, and kept byte by byte', async () => {
    const reply = await upload(pdf, 'image/png');
    expect(reply.statusCode).toBe(201);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(reply.json()).toMatchObject({
      mediaType: 'application/pdf',
      kind: 'passport',
      size: pdf.length,
      sha256,
    });
    const kept = await office.deps.db.select().from(documents);
    expect(kept.find(({ documentId }) => documentId === reply.json().documentId)?.bytes).toEqual(pdf);
    expect(JSON.stringify(office.asked.at(-1)?.entry['body'])).toBe(
      JSON.stringify({ kind: 'passport', sha256 }),
    );
  });

  test('is refused when the case keeps as many of its kind as it may, and of another kind is not', async () => {
    for (let nth = 1; nth <= mostDocumentsOfKind; nth += 1) {
      expect((await upload(pdf)).statusCode).toBe(201);
    }
    const reply = await upload(pdf);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'too-many-documents']);
    const kept = await office.deps.db.select().from(documents).where(eq(documents.caseId, caseId));
    expect(kept).toHaveLength(mostDocumentsOfKind);
    expect((await upload(pdf, 'application/pdf', 'kind=fee-receipt')).statusCode).toBe(201);
  });

  test('is taken once where one place is left, however many are sent in one moment', async () => {
    for (let nth = 1; nth < mostDocumentsOfKind; nth += 1) await upload(pdf);
    const casework = createCasework({
      intake: createIntake(office.deps.db),
      budgetMs: 5_000,
    } as unknown as Parameters<typeof createCasework>[0]);
    const app = await buildApp({ ...office.deps, casework });
    const sent = [1, 2, 3, 4, 5, 6].map(async () => {
      const headers = { ...(await office.acting('p-one', 'applicant')), 'content-type': 'application/pdf' };
      const url = `/applications/${caseId}/documents?kind=passport`;
      return (await app.inject({ method: 'POST', url, headers, payload: pdf })).statusCode;
    });
    expect((await Promise.all(sent)).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    await app.close();
  });

  test.each([
    ['what is none of the three', Buffer.from('MZ program'), 'application/pdf', 'document-type-unknown'],
    ['an empty file', Buffer.alloc(0), 'application/pdf', 'document-type-unknown'],
    ['a PDF that was cut off', pdf.subarray(0, -7), 'application/pdf', 'document-type-unknown'],
    ['a PDF of one line', Buffer.from('%PDF-1.7 %%EOF'), 'application/pdf', 'document-type-unknown'],
    [
      'a JPEG that was cut off',
      Buffer.concat([jpegStart, Buffer.alloc(100)]),
      'image/jpeg',
      'document-type-unknown',
    ],
    [
      'a PNG that was cut off',
      Buffer.concat([pngStart, Buffer.alloc(100)]),
      'image/png',
      'document-type-unknown',
    ],
    ['another media type', pdf, 'application/zip', 'unsupported-media-type'],
    ['JSON', Buffer.from('{}'), 'application/json', 'unsupported-media-type'],
  ])('is not %s', async (_, bytes, type, code) => {
    const reply = await upload(bytes, type);
    expect([reply.statusCode, reply.json().code]).toEqual([415, code]);
  });

  test('has a kind that we know', async () => {
    expect((await upload(pdf, 'application/pdf', 'kind=diary')).json().code).toBe('invalid-input');
    expect((await upload(pdf, 'application/pdf', '')).json().code).toBe('invalid-input');
  });

  test('that should be a picture is not a PDF', async () => {
    const reply = await upload(pdf, 'application/pdf', 'kind=photo');
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'document-type-unknown']);
    expect(reply.json().errors).toMatchObject([{ code: 'not-a-picture' }]);
  });

  test('is asked for by what the form says so far, and by whom it is checked', async () => {
    const exempt = { finances: { exemption: 'ethnic-kazakh' } };
    await save('"0"', exempt);
    await upload(pdf);
    const headers = await office.bearer('p-one', 'applicant');
    const { needed } = (await office.app.inject({ url: `/applications/${caseId}/form`, headers })).json();
    const kinds = needed.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('exemption-proof');
    expect(kinds).not.toContain('solvency-certificate');
    expect(needed).toContainEqual(
      expect.objectContaining({ kind: 'passport', uploaded: true, checkedBy: 'caseworker' }),
    );
    expect(needed).toContainEqual(
      expect.objectContaining({
        kind: 'medical-certificate',
        uploaded: false,
        checkedBy: 'medical-registry',
      }),
    );
  });

  test('may have five megabytes', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024), Buffer.from('%%EOF')]);
    expect((await upload(large)).statusCode).toBe(201);
  });
});

describe('looking at a document', () => {
  const look = async (url: string, subject: string, role: Role) =>
    office.app.inject({ url, headers: await office.bearer(subject, role) });

  test('gives its bytes to the office and to its owner, as a file to be kept', async () => {
    const { documentId, sha256 } = (await upload(pdf)).json();
    for (const reply of [
      await look(`/admin/cases/${caseId}/documents/${documentId}`, 'aigerim', 'caseworker'),
      await look(`/applications/${caseId}/documents/${documentId}`, 'p-one', 'applicant'),
    ]) {
      expect(reply.statusCode).toBe(200);
      expect(reply.rawPayload.equals(pdf)).toBe(true);
      expect(reply.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        etag: `"${sha256}"`,
      });
    }
  });

  test('is noted, for the office', async () => {
    const { documentId } = (await upload(pdf)).json();
    await look(`/admin/cases/${caseId}/documents/${documentId}`, 'an-auditor', 'auditor');
    await sleep(600);
    const notes = await office.deps.db.select().from(accessLog).where(eq(accessLog.caseId, caseId));
    expect(notes).toMatchObject([{ actorId: 'an-auditor', audit: 'document-read', status: 200 }]);
  });

  test("finds no one else's, none of another case, and none that is not there", async () => {
    const { documentId } = (await upload(pdf)).json();
    const other = await recordCase(office, 'formOpen', { applicantId: 'p-two' });
    for (const reply of [
      await look(`/applications/${caseId}/documents/${documentId}`, 'p-two', 'applicant'),
      await look(`/applications/${other}/documents/${documentId}`, 'p-two', 'applicant'),
      await look(`/admin/cases/${other}/documents/${documentId}`, 'aigerim', 'caseworker'),
      await look(`/admin/cases/${caseId}/documents/${randomUUID()}`, 'aigerim', 'caseworker'),
      await look(`/admin/cases/${caseId}/documents/%00`, 'aigerim', 'caseworker'),
    ])
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'not-found']);
  });
});

describe('handing the form in', () => {
  test('goes on with the version, hashes and document ids, and none of the content', async () => {
    await save('"0"', complete);
    await uploadAll();
    const reply = await submit(1);
    expect(reply.statusCode).toBe(200);
    const { verb, entry } = office.asked.at(-1) ?? {};
    expect(verb).toBe('submitForm');
    const { documents: refs } = entry?.['data'] as { documents: { kind: string }[] };
    expect(refs.map(({ kind }) => kind).sort()).toEqual(
      scansFor(complete, people.timur.person)
        .map(({ kind }) => kind)
        .sort(),
    );
    expect(JSON.stringify(entry)).not.toContain('Marked-Profession');
  });

  test('leaves a document behind that nobody asked for', async () => {
    await save('"0"', complete);
    await uploadAll();
    await upload(pdf, 'application/pdf', 'kind=sector-petition');
    expect((await submit(1)).statusCode).toBe(200);
    const told = JSON.stringify(office.asked.at(-1)?.entry['data']);
    expect(told).toContain('housing-document');
    expect(told).not.toContain('sector-petition');
  });

  test('names every fault at once, of shape, of rules and of documents, in the order of their pointers', async () => {
    const { languages, ...rest } = complete;
    const passport = { ...complete.personal.passport, issuedOn: '2041-01-01' };
    const { sex: _, ...personal } = complete.personal;
    await save('"0"', { ...rest, personal: { ...personal, passport } });
    await uploadAll(complete, ['photo', 'fee-receipt']);
    const reply = await submit(1);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(
      reply.json().errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual([
      '/documents/fee-receipt missing',
      '/documents/photo missing',
      '/languages missing',
      '/personal/passport/issuedOn in-the-future',
      '/personal/sex missing',
    ]);
    expect(languages).toBeDefined();
  });

  test('of an empty form names each section', async () => {
    await save('"0"', {});
    await uploadAll();
    const pointers = (await submit(1)).json().errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      Object.keys(complete)
        .map((section) => `/${section}`)
        .sort(),
    );
  });

  test('names more faults than a request may have', async () => {
    const periods = Array.from({ length: 30 }, () => ({}));
    await save('"0"', { ...complete, employment: { profession: 'welder', periods } });
    const { errors } = (await submit(1)).json();
    expect(
      errors.filter(({ pointer }: { pointer: string }) => pointer.startsWith('/employment/')),
    ).toHaveLength(120);
    expect(errors.at(-1).pointer).toBe('/employment/periods/29/position');
  });

  test('needs the newest version, a saved form and every document', async () => {
    expect((await submit(1)).json().code).toBe('form-missing');
    await save('"0"', complete);
    const without = (await submit(1)).json();
    expect([without.status, without.code]).toEqual([409, 'document-missing']);
    expect(without.errors).toHaveLength(scansFor(complete, people.timur.person).length);
    await uploadAll(complete, ['consent-of-citizenship-state']);
    expect((await submit(1)).json()).toMatchObject({
      code: 'document-missing',
      errors: [{ pointer: '/documents/consent-of-citizenship-state', code: 'missing' }],
    });
    await save('"1"', complete);
    expect((await submit(1)).json().code).toBe('version-mismatch');
    expect(office.asked.filter(({ verb }) => verb === 'submitForm')).toEqual([]);
  });
});

describe('the order of stamps', () => {
  const actor = { id: 'p-one', role: 'applicant' } as const;
  const stamp = (verb: string) =>
    createIntake(office.deps.db).register({
      caseId,
      verb,
      actor,
      idempotencyKey: `stamped-${verb}-${caseId}`,
      body: {},
      message: {},
      leaseMs: 60_000,
    });

  test.each(['submitForm', 'withdrawApplication'])(
    'nothing is saved or uploaded after a %s that waits for its answer',
    async (verb) => {
      await stamp(verb);
      const saved = await save('"0"', {});
      expect([saved.statusCode, saved.json().code]).toEqual([409, 'act-out-of-order']);
      const uploaded = await upload(pdf);
      expect([uploaded.statusCode, uploaded.json().code]).toEqual([409, 'act-out-of-order']);
    },
  );

  test('a form is handed in as it lies when the act is stamped, not when it was sent', async () => {
    const { db } = office.deps;
    await save('"0"', complete);
    await uploadAll();
    const deliver = async () => ({ state: 'answered' as const, answer: { seq: 4, status: 'scoring' } });
    const casework = createCasework({
      intake: createIntake(db),
      deliver,
      budgetMs: 5_000,
    } as unknown as Parameters<typeof createCasework>[0]);
    const app = await buildApp({ ...office.deps, casework });
    const headers = await office.acting('p-one', 'applicant');
    const url = `/applications/${caseId}/form/submission`;
    const handIn = (version: number) => app.inject({ method: 'POST', url, headers, payload: { version } });
    const sent = await db.transaction(async (tx) => {
      await lockCase(tx, caseId);
      const reply = handIn(1);
      await Promise.race([reply, sleep(300)]);
      await saveDraftInTx(tx, { caseId, basedOn: 1, content: complete });
      return { reply };
    });
    const refused = await sent.reply;
    expect([refused.statusCode, refused.json().code]).toEqual([412, 'version-mismatch']);
    const done = await handIn(2);
    expect(done.statusCode).toBe(200);
    await db.transaction((tx) => saveDraftInTx(tx, { caseId, basedOn: 2, content: complete }));
    expect((await handIn(2)).json()).toEqual(done.json());
    await app.close();
  });

  test('at another stage it is the stage that is named, not the form', async () => {
    caseId = await recordCase(office, 'verification');
    const reply = await submit(1);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'act-out-of-order']);
  });

  test('after its time a case is over, whatever lies there', async () => {
    caseId = await recordCase(office, 'formOpen', {
      openedAt: new Date(Date.now() - 60 * 86_400_000).toISOString(),
    });
    expect((await submit(1)).json().code).toBe('case-over');
  });
});
