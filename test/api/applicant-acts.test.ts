/** What applicants do in the course of a case: what goes on, what stays beside, and what may not be sent. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { sha256Hex } from '../../db/hash';
import { caseTexts, documents, languageCertificates } from '../../db/schema';
import { certifiedLevels } from '../../domain/evidence';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';
import { documentsRequested, passport } from './office/turns';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  caseId = await recordCase(office, 'scheduled');
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
});

const mark = 'Marked words of a person';
const certificate = { number: 'KT-2026-0001', level: 'B1', issuedOn: '2026-03-01' };
const kept = { sha256: sha256Hex(mark) };

async function act(path: string, payload?: object, { id = caseId, subject = 'p-one' } = {}) {
  const headers = await office.acting(subject, 'applicant');
  const url = `/applications/${id}${path}`;
  return office.app.inject({ method: 'POST', url, headers, ...(payload && { payload }) });
}

const acts: [string, string, object | undefined, object][] = [
  ['bookLanguageTest', '/language-test', undefined, {}],
  ['confirmInterview', '/interview/confirmation', undefined, {}],
  ['requestInterviewChange', '/interview/change', { reason: mark }, { reason: kept }],
  ['objectToRefusal', '/objection', { kind: 'objection', text: mark }, { kind: 'objection', text: kept }],
  [
    'objectToRefusal',
    '/objection',
    { kind: 'oral-hearing', text: mark },
    { kind: 'oral-hearing', text: kept },
  ],
  ['objectToRefusal', '/objection', { kind: 'waiver' }, { kind: 'waiver', text: null }],
  ['fileComplaint', '/complaint', { text: mark }, { text: kept }],
  ['withdrawApplication', '/withdrawal', undefined, { reason: null }],
  ['withdrawApplication', '/withdrawal', { reason: mark }, { reason: kept }],
];

describe('each act', () => {
  test.each(acts)('%s at %s goes on with codes only', async (verb, path, payload, data) => {
    const reply = await act(path, payload);
    expect(reply.statusCode).toBe(200);
    const [asked] = office.asked;
    expect(asked).toMatchObject({ verb, entry: { caseId, actor: { id: 'p-one', role: 'applicant' }, data } });
    expect(JSON.stringify(asked?.entry['data'])).not.toContain('Marked');
  });

  test('keeps what was written beside the record', async () => {
    await act('/complaint', { text: mark });
    const { text } = office.asked[0]?.entry['data'] as { text: { textId: string } };
    const [row] = await office.deps.db.select().from(caseTexts).where(eq(caseTexts.textId, text.textId));
    expect(row).toMatchObject({ caseId, body: mark });
  });

  test('of another, or of no case, leads nowhere', async () => {
    const foreign = await recordCase(office, 'scheduled', { applicantId: 'p-two' });
    for (const id of [foreign, '7Q4M-2XHD-9F3T', 'nonsense']) {
      for (const [, path, payload] of acts)
        expect([path, (await act(path, payload, { id })).statusCode]).toEqual([path, 404]);
      expect((await act('/documents/provision', undefined, { id })).statusCode).toBe(404);
      expect((await act('/language-certificate', certificate, { id })).statusCode).toBe(404);
    }
    expect(office.asked).toEqual([]);
  });

  test('is refused in the words of the workflow', async () => {
    office.state.answer = { kind: 'refused', number: 11, code: 'objection-too-late' };
    const reply = await act('/objection', { kind: 'waiver' });
    office.state.answer = { kind: 'done', number: 7, receipt: { seq: 3, status: 'awaiting-form' } };
    expect([reply.statusCode, reply.json()]).toMatchObject([409, { code: 'objection-too-late', number: 11 }]);
  });
});

describe('a certificate of the language', () => {
  test('is kept aside, and goes on as an id and a hash', async () => {
    const reply = await act('/language-certificate', certificate);
    expect(reply.statusCode).toBe(200);
    const { data } = office.asked[0]?.entry ?? {};
    const [row] = await office.deps.db.select().from(languageCertificates);
    expect(row).toMatchObject({ caseId, ...certificate });
    expect(data).toEqual({ certificateId: row?.certificateId, sha256: row?.sha256 });
  });

  test.each(certifiedLevels)(
    'of level %s is taken: whether it is enough is for the policy to say',
    async (level) => {
      expect((await act('/language-certificate', { ...certificate, level })).statusCode).toBe(200);
    },
  );

  test.each([
    ['of a level that nobody examines', { ...certificate, level: 'C9' }],
    ['of no day', { ...certificate, issuedOn: '2026-02-30' }],
    ['without a number', { level: 'B1', issuedOn: '2026-03-01' }],
    ['with a field too many', { ...certificate, mark: 5 }],
  ])('%s is refused', async (_, payload) => {
    const reply = await act('/language-certificate', payload);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(office.asked).toEqual([]);
  });
});

describe('documents that were asked for', () => {
  const upload = async (id: string, documentId: string) => {
    const row = { documentId, caseId: id, kind: 'passport' as const, mediaType: 'application/pdf', size: 1 };
    await office.deps.db.insert(documents).values({ ...row, sha256: documentId, bytes: Buffer.from('x') });
  };
  const askedFor = async (documentId: string) => {
    const first = { ...passport, documentId };
    const then = structuredClone(documentsRequested);
    if (then[0]?.type === 'documents-judged') then[0].data.findings = [{ documentId, judgement: 'adverse' }];
    const id = await recordCase(office, 'toSchedule', { documents: [first], then });
    await upload(id, documentId);
    return id;
  };

  test('are all that were uploaded since, of the kinds asked for', async () => {
    const id = await askedFor('11111111-1111-4111-8111-111111111101');
    const fresh = '22222222-2222-4222-8222-222222222201';
    await upload(id, fresh);
    const reply = await act('/documents/provision', undefined, { id });
    expect([reply.statusCode, office.asked[0]?.verb]).toEqual([200, 'provideDocuments']);
    expect(office.asked[0]?.entry['data']).toEqual({
      documents: [{ documentId: fresh, kind: 'passport', sha256: fresh }],
    });
  });

  test('are not those that were found wanting', async () => {
    const id = await askedFor('11111111-1111-4111-8111-111111111102');
    const reply = await act('/documents/provision', undefined, { id });
    expect([reply.statusCode, reply.json()]).toMatchObject([
      409,
      { code: 'document-missing', errors: [{ pointer: '/documents/passport', code: 'missing' }] },
    ]);
    expect(office.asked).toEqual([]);
  });

  test('are not taken while nobody asked', async () => {
    const reply = await act('/documents/provision');
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'act-out-of-order']);
  });
});

describe('what may not be sent', () => {
  test.each([
    ['an objection without words', '/objection', { kind: 'objection' }, '/text', 'missing'],
    ['an oral hearing without words', '/objection', { kind: 'oral-hearing' }, '/text', 'missing'],
    ['an objection of no kind', '/objection', { kind: 'protest', text: 'a' }, '/kind', 'not-in-list'],
    ['a complaint without words', '/complaint', {}, '/text', 'missing'],
    ['an empty complaint', '/complaint', { text: '' }, '/text', 'too-short'],
    ['a complaint against somebody', '/complaint', { text: 'a', against: 'x' }, '/against', 'unknown-field'],
    ['another time without a reason', '/interview/change', {}, '/reason', 'missing'],
    ['a novel', '/interview/change', { reason: 'a'.repeat(4001) }, '/reason', 'too-long'],
    ['a confirmation with a wish', '/interview/confirmation', { at: 'later' }, '/at', 'unknown-field'],
    ['documents by name', '/documents/provision', { documents: ['x'] }, '/documents', 'unknown-field'],
  ])('%s', async (_, path, payload, pointer, code) => {
    const reply = await act(path, payload);
    expect([reply.statusCode, reply.json().errors]).toEqual([
      422,
      [expect.objectContaining({ pointer, code })],
    ]);
    expect(office.asked).toEqual([]);
  });
});
