/** What applicants and the office read of documents, interview, hearing, decision and complaint. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createActReads } from '../../db/reads/acts';
import { caseTexts, caseTime, documents, persons } from '../../db/schema';
import { endOf } from '../../policy/clocks';
import { policyOf } from '../../policy/policies';
import { hash, recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';
import * as turns from './office/turns';

const identity = {
  surname: 'Sadyrkulov',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};
const words = ['text-1', 'text-2', 'text-3', 'text-notice', 'text-complaint', 'text-request', 'text-judged'];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { db } = office.deps;
  await db.insert(persons).values({ personId: 'person-1', caseId: 'any', identity, sha256: hash });
  const texts = words.map((textId) => ({ textId, caseId: 'any', body: `words of ${textId}`, sha256: hash }));
  await db.insert(caseTexts).values(texts);
});
afterAll(() => office.close());

async function asApplicant(caseId: string) {
  const headers = await office.bearer('p-one', 'applicant');
  const reply = await office.app.inject({ url: `/applications/${caseId}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}
async function asOffice(caseId: string, subject = 's-9') {
  const headers = await office.bearer(subject, 'supervisor');
  const reply = await office.app.inject({ url: `/admin/cases/${caseId}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

describe('an applicant', () => {
  test('sees the marks of his test', async () => {
    const { testAttempts, barredUntil } = await asApplicant(await recordCase(office, 'formOpen'));
    expect(testAttempts).toMatchObject([
      { attempt: 1, level: 'B1', passed: true, blocks: [{ block: 'reading', correct: 30 }] },
    ]);
    expect(barredUntil).toBeNull();
  });

  test('sees where and when he is heard, and not who sits there', async () => {
    const { interview, moves } = await asApplicant(await recordCase(office, 'scheduled'));
    expect(interview).toEqual({
      at: '2026-06-01T05:00:00.000Z',
      place: 'akmola-office',
      confirmed: false,
      outcome: null,
    });
    expect(moves).toEqual(expect.arrayContaining(['confirmInterview', 'requestInterviewChange']));
  });

  test('sees which documents are wanted again, and why', async () => {
    const caseId = await recordCase(office, 'toSchedule', {
      documents: [turns.passport],
      then: turns.documentsRequested,
    });
    expect(await asApplicant(caseId)).toMatchObject({
      status: 'awaiting-documents',
      documents: [{ documentId: turns.passport.documentId, kind: 'passport', judgement: 'adverse' }],
      documentsRequested: { kinds: ['passport'], reason: 'words of text-request' },
      documentsMissing: [],
      moves: ['uploadDocument', 'provideDocuments', 'withdrawApplication'],
    });
  });

  test('sees nothing of a proposal to grant before it is approved', async () => {
    const seen = await asApplicant(await recordCase(office, 'proposed'));
    expect([seen.proposal, seen.hearing]).toEqual([null, null]);
    expect(JSON.stringify(seen)).not.toContain('words of text-2');
  });

  test('is told what he would be refused for, and until when he can object', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.refusalNotified });
    const seen = await asApplicant(caseId);
    expect(seen).toMatchObject({
      status: 'awaiting-hearing',
      proposal: {
        outcome: 'refuse',
        reasons: [{ ground: 'false-data', article: 'art. 49 (1) 10)' }],
        text: 'words of text-notice',
      },
      hearing: { objection: null, heldAt: null, closed: false },
      moves: ['objectToRefusal', 'withdrawApplication'],
    });
    const { objection } = policyOf('2026-04-13').hearing;
    const until = endOf(objection.value, seen.hearing.notifiedAt, 'kz-2026-03');
    expect(seen.hearing.objectionUntil).toBe(until);
  });

  test('is not offered to object once the time for it is over', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.refusalNotified });
    expect((await asApplicant(caseId)).moves).toContain('objectToRefusal');
    await office.deps.db.insert(caseTime).values({ caseId, offsetMs: 60 * 86_400_000 });
    expect((await asApplicant(caseId)).moves).not.toContain('objectToRefusal');
  });

  test('sees the certificate that stands while its annulment is heard', async () => {
    const caseId = await recordCase(office, 'proposed', { then: turns.annulled.slice(0, 3) });
    expect(await asApplicant(caseId)).toMatchObject({
      status: 'awaiting-hearing',
      outcome: null,
      certificate: { number: 'KZ-PR-2026-000001', validFrom: '2026-06-02', validUntil: '2027-06-02' },
    });
  });

  test('is told how to complain of a refusal, in each language, until the last day', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.refused });
    const seen = await asApplicant(caseId);
    expect(seen).toMatchObject({
      outcome: { kind: 'refused', reasons: [{ ground: 'false-data' }], certificate: null },
      complaint: null,
      wayToComplain: {
        against: 'refusal',
        verb: 'fileComplaint',
        satisfiedWithin: { days: 3, unit: 'working-days' },
        decidedWithin: { days: 20, unit: 'working-days' },
      },
      moves: ['fileComplaint'],
      overAt: null,
    });
    expect(Object.keys(seen.wayToComplain.how).sort()).toEqual(['en', 'kk', 'ru']);
    expect(seen.wayToComplain.until > new Date(Date.now() + 80 * 86_400_000).toISOString()).toBe(true);
  });

  test('is not shown a way to complain once its time is over', async () => {
    const openedAt = '2026-05-04T05:00:00.000Z';
    const caseId = await recordCase(office, 'interviewed', { then: turns.refused, openedAt });
    expect((await asApplicant(caseId)).wayToComplain).toBeNull();
  });

  test('sees his complaint, and until when it is decided', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.complained });
    const { complaint, wayToComplain, waitingOn } = await asApplicant(caseId);
    expect(complaint).toMatchObject({ against: 'refusal', forwardedAt: null, outcome: null });
    expect(complaint.until > complaint.filedAt).toBe(true);
    expect([wayToComplain, waitingOn.party]).toEqual([null, 'supervisor']);
  });

  test.each([
    ['granted', turns.granted],
    ['annulled', turns.annulled],
    ['expired', turns.expired],
  ])('is told of an outcome: %s', async (kind, then) => {
    const seen = await asApplicant(await recordCase(office, 'proposed', { then }));
    expect(seen).toMatchObject({
      status: kind,
      outcome: { kind, certificate: { number: 'KZ-PR-2026-000001', validUntil: '2027-06-02' } },
    });
    expect(seen.overAt === null).toBe(kind !== 'expired');
  });

  test('is told that silence counts as a refusal, and that he can complain of it', async () => {
    const dueAt = new Date(Date.now() - 3_600_000).toISOString();
    const caseId = await recordCase(office, 'toSchedule', {
      then: [{ type: 'deemed-refused', data: { dueAt } }],
    });
    expect(await asApplicant(caseId)).toMatchObject({
      deemedRefusedAt: dueAt,
      outcome: null,
      wayToComplain: { against: 'silence', since: dueAt },
    });
  });

  test('cannot read another’s', async () => {
    const caseId = await recordCase(office, 'proposed', { applicantId: 'p-two' });
    const headers = await office.bearer('p-one', 'applicant');
    expect((await office.app.inject({ url: `/applications/${caseId}`, headers })).statusCode).toBe(404);
  });
});

describe('the office', () => {
  test('sees each document with what was found of it and what lies under its id', async () => {
    const { documentId } = turns.passport;
    const row = { documentId, kind: 'passport' as const, mediaType: 'application/pdf', size: 3 };
    const caseId = await recordCase(office, 'toSchedule', {
      documents: [turns.passport],
      then: turns.documentsRequested,
    });
    await office.deps.db
      .insert(documents)
      .values({ ...row, caseId, sha256: hash, bytes: Buffer.from('abc') });
    expect(await asOffice(caseId)).toMatchObject({
      documents: [{ documentId, judgement: 'adverse', judgedBy: 'a-person', mediaType: 'application/pdf' }],
      documentsRequested: ['passport'],
      documentsMissing: [],
    });
  });

  test('sees the panel, the questions with their remarks, and the votes', async () => {
    const { interview, tookPart } = await asOffice(await recordCase(office, 'interviewed'));
    expect(interview).toMatchObject({
      panel: ['s-1', 's-2', 's-3'],
      quorum: 2,
      recused: [],
      outcome: 'passed',
      questions: [{ question: 'way-of-life', points: 4, max: 5, remark: 'words of text-3' }],
      votes: [
        { member: 's-1', vote: 'for' },
        { member: 's-2', vote: 'for' },
      ],
    });
    expect(tookPart).toEqual(['a-person', 's-1', 's-2', 's-3']);
  });

  test('sees hearing, proposal and complaint', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.complained });
    const seen = await asOffice(caseId);
    expect(seen).toMatchObject({
      status: 'refused',
      proposal: { outcome: 'refuse', text: 'words of text-notice' },
      hearing: { objection: { kind: 'waiver' }, closed: true },
      complaint: { against: 'refusal', outcome: null, suspendedSince: expect.any(String) },
      moves: ['satisfyComplaint'],
    });
    expect(seen.notes).toContainEqual(
      expect.objectContaining({ event: 'complaint-filed', text: 'words of text-complaint' }),
    );
  });

  test('offers nobody who took part to decide the complaint', async () => {
    const caseId = await recordCase(office, 'interviewed', { then: turns.forwarded });
    expect((await asOffice(caseId, 'somebody-else')).moves).toEqual(['decideComplaint']);
    expect((await asOffice(caseId, 'a-person')).moves).toEqual([]);
    expect((await asOffice(caseId, 's-3')).moves).toEqual([]);
  });

  test('offers to step back only to who sits on the panel', async () => {
    const caseId = await recordCase(office, 'scheduled');
    expect((await asOffice(caseId, 's-1')).moves).toContain('recuseFromInterview');
    expect((await asOffice(caseId, 's-9')).moves).not.toContain('recuseFromInterview');
  });
});

test('a case is over when nothing can come any more, not when it is decided', async () => {
  const { isOver } = createActReads(office.deps.db);
  expect(await isOver(await recordCase(office, 'interviewed', { then: turns.refused }))).toBe(false);
  expect(await isOver(await recordCase(office, 'proposed', { then: turns.granted }))).toBe(false);
  expect(await isOver(await recordCase(office, 'proposed', { then: turns.expired }))).toBe(true);
  expect(await isOver('7Q4M-2XHD-9F3T')).toBe(false);
});
