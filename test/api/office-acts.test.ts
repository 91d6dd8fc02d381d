/** The acts of the office: what goes on, what stays beside, and how each answer comes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { sha256Hex } from '../../db/hash';
import { caseTexts } from '../../db/schema';
import type { Role } from '../../domain/roles';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  caseId = await recordCase(office, 'toSchedule');
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
});

const mark = 'Marked words of a person';

async function act(path: string, payload: object, role: Role = 'caseworker') {
  const headers = await office.acting('s-1', role);
  return office.app.inject({ method: 'POST', url: `/admin/cases/${caseId}${path}`, headers, payload });
}

const acts: [string, string, object, object, Role][] = [
  ['assignCase', '/assignment', { assignee: 's-2' }, { assignee: 's-2' }, 'supervisor'],
  [
    'judgeFinding',
    '/findings/berkut/judgement',
    { judgement: 'clear', reason: mark },
    { check: 'berkut', judgement: 'clear' },
    'caseworker',
  ],
  [
    'askAgencyAgain',
    '/findings/iin-registry/question',
    { reason: mark },
    { check: 'iin-registry' },
    'caseworker',
  ],
  [
    'scheduleInterview',
    '/interview',
    { at: '2030-06-01T10:00:00+05:00', place: 'akmola-office' },
    { at: '2030-06-01T05:00:00.000Z', place: 'akmola-office' },
    'caseworker',
  ],
  [
    'recordInterview',
    '/interview/outcome',
    { outcome: 'passed', remarks: mark },
    { outcome: 'passed' },
    'caseworker',
  ],
  [
    'proposeDecision',
    '/proposal',
    {
      outcome: 'refuse',
      grounds: [{ ground: 'unspent-conviction', evidence: 'criminal-registry' }],
      text: mark,
    },
    {
      outcome: 'refuse',
      reasons: [{ ground: 'unspent-conviction', article: 'art. 49 (1) 9)', evidence: 'criminal-registry' }],
    },
    'caseworker',
  ],
  ['approveDecision', '/decision', { version: 12 }, { version: 12 }, 'supervisor'],
  ['returnDecision', '/decision/return', { version: 12, reason: mark }, { version: 12 }, 'supervisor'],
];

describe('each act', () => {
  test.each(acts)(
    '%s goes on under its own name, with codes only',
    async (verb, path, payload, data, role) => {
      const reply = await act(path, payload, role);
      expect([reply.statusCode, reply.json()]).toEqual([
        200,
        { number: 7, caseId, status: 'awaiting-form', seq: 3 },
      ]);
      const [asked] = office.asked;
      expect(asked).toMatchObject({ verb, entry: { caseId, actor: { id: 's-1', role }, data } });
      expect(JSON.stringify(asked?.entry['data'])).not.toContain('Marked');
    },
  );

  test('keeps what a person wrote beside the record, under its hash', async () => {
    await act('/findings/berkut/judgement', { judgement: 'adverse', reason: mark });
    const { reason } = office.asked[0]?.entry['data'] as { reason: { textId: string; sha256: string } };
    const [kept] = await office.deps.db.select().from(caseTexts).where(eq(caseTexts.textId, reason.textId));
    expect(kept).toMatchObject({ caseId, body: mark, sha256: reason.sha256 });
    expect(reason.sha256).toBe(sha256Hex(mark));
  });

  test('hashes the finding it means along with its words, so that a key cannot be used for another', async () => {
    await act('/findings/berkut/question', { reason: mark });
    await act('/findings/iin-registry/question', { reason: mark });
    const [first, second] = office.asked.map(({ entry }) => entry['body']);
    expect(first).not.toEqual(second);
  });
});

describe('an act that was not simply done', () => {
  test('and is still under way has a number to ask for', async () => {
    office.state.answer = { kind: 'pending', number: 41 };
    const reply = await act('/assignment', { assignee: 's-2' });
    expect([reply.statusCode, reply.json()]).toEqual([202, { number: 41, caseId, state: 'received' }]);
    expect(reply.headers.location).toBe('/acts/41');
  });

  test('and was refused carries the problem of the workflow and its number', async () => {
    office.state.answer = { kind: 'refused', number: 42, code: 'four-eyes' };
    const reply = await act('/decision', { version: 3 }, 'supervisor');
    expect([reply.statusCode, reply.json()]).toMatchObject([409, { code: 'four-eyes', number: 42 }]);
  });
});

describe('what may not be sent', () => {
  test.each([
    ['a place that is no office of the pilot', '/interview', { at: '2030-06-01T05:00:00Z', place: 'a cafe' }],
    ['a moment that is none', '/interview', { at: 'tomorrow', place: 'akmola-office' }],
    [
      'a ground outside the law',
      '/proposal',
      { outcome: 'refuse', grounds: [{ ground: 'x', evidence: 'form' }], text: 'a' },
    ],
    [
      'grounds with a grant',
      '/proposal',
      { outcome: 'grant', grounds: [{ ground: 'false-data', evidence: 'form' }], text: 'a' },
    ],
    ['a novel', '/interview/outcome', { outcome: 'passed', remarks: 'a'.repeat(4001) }],
    ['a name instead of a subject', '/assignment', { assignee: 'Aigul Bekova' }],
  ])('%s', async (_, path, payload) => {
    const reply = await act(path, payload);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(office.asked).toEqual([]);
  });

  test('a check that does not exist leads nowhere', async () => {
    expect((await act('/findings/gossip/question', { reason: 'a' })).statusCode).toBe(404);
  });
});

describe('an act asked for by its number', () => {
  const ask = async (subject: string, number: number | string) =>
    office.app.inject({ url: `/acts/${number}`, headers: await office.bearer(subject, 'caseworker') });

  test('is shown to whoever did it and to nobody else', async () => {
    office.state.act = {
      number: 43,
      caseId,
      verb: 'assignCase',
      actorId: 's-1',
      actorRole: 'caseworker',
      state: 'answered',
      answer: { seq: 3, status: 'verification' },
      receivedAt: '2026-05-01 10:00:00+05',
      effectiveAt: '2026-05-01 10:00:00+05',
    };
    const own = await ask('s-1', 43);
    expect(own.json()).toEqual({
      number: 43,
      caseId,
      verb: 'assignCase',
      state: 'answered',
      answer: { seq: 3, status: 'verification' },
      receivedAt: '2026-05-01T05:00:00.000Z',
      effectiveAt: '2026-05-01T05:00:00.000Z',
    });
    expect((await ask('s-2', 43)).statusCode).toBe(404);
    for (const number of [44, 'x', 0, '9'.repeat(30)])
      expect((await ask('s-1', number)).statusCode).toBe(404);
  });
});

test('an interview at an instant that is none is a fault of the field', async () => {
  for (const at of ['2026-12-31T23:59:60Z', '2030-06-01T10:00:00+05']) {
    const reply = await act('/interview', { at, place: 'akmola-office' });
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/at']);
  }
  expect(office.asked).toEqual([]);
});

test('a case is not given to its own applicant', async () => {
  const reply = await act('/assignment', { assignee: 'p-one' });
  expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/assignee']);
  expect(office.asked).toEqual([]);
});
