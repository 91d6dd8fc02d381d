/** The acts of the office: what goes on, what stays beside, and how each answer comes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { sha256Hex } from '../../db/hash';
import { caseTexts } from '../../db/schema';
import type { ProblemCode } from '../../domain/problems';
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

const documentId = '11111111-1111-4111-8111-111111111111';
const held = {
  attended: true,
  questions: [{ question: 'way-of-life', points: 4, max: 5, remark: mark }],
  votes: [{ member: 's-2', vote: 'for' }],
  remarks: mark,
};

const acts: [string, string, object, object, Role][] = [
  ['assignCase', '/assignment', { assignee: 's-2' }, { assignee: 's-2' }, 'supervisor'],
  ['voidAttempt', '/language-proof/void', { reason: mark }, {}, 'supervisor'],
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
    { at: '2030-06-01T10:00:00+05:00', place: 'akmola-office', panel: ['s-1', 's-2', 's-3'] },
    { at: '2030-06-01T05:00:00.000Z', place: 'akmola-office', panel: ['s-1', 's-2', 's-3'] },
    'caseworker',
  ],
  ['recuseFromInterview', '/interview/recusal', { reason: mark }, {}, 'supervisor'],
  [
    'recordInterview',
    '/interview/outcome',
    held,
    {
      attended: true,
      questions: [{ question: 'way-of-life', points: 4, max: 5, remark: { sha256: sha256Hex(mark) } }],
      votes: [{ member: 's-2', vote: 'for' }],
      remarks: { sha256: sha256Hex(mark) },
    },
    'caseworker',
  ],
  [
    'judgeDocuments',
    '/documents/judgement',
    { findings: [{ documentId, judgement: 'adverse' }], reason: mark },
    { findings: [{ documentId, judgement: 'adverse' }] },
    'caseworker',
  ],
  [
    'requestDocuments',
    '/documents/request',
    { kinds: ['passport'], reason: mark },
    { kinds: ['passport'] },
    'caseworker',
  ],
  ['recordHearing', '/hearing', { protocol: mark }, { protocol: { sha256: sha256Hex(mark) } }, 'caseworker'],
  [
    'proposeAnnulment',
    '/annulment',
    { grounds: [{ ground: 'false-data', evidence: 'documents' }], text: mark },
    { reasons: [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'documents' }] },
    'caseworker',
  ],
  [
    'satisfyComplaint',
    '/complaint/satisfaction',
    { returnTo: 'verification', reason: mark },
    { returnTo: 'verification' },
    'supervisor',
  ],
  [
    'decideComplaint',
    '/complaint/decision',
    { outcome: 'rejected', returnTo: null, reason: mark },
    { outcome: 'rejected', returnTo: null },
    'supervisor',
  ],
  [
    'stopClock',
    '/clock/stop',
    { reason: 'expert-opinion', text: mark },
    { reason: 'expert-opinion' },
    'caseworker',
  ],
  ['resumeClock', '/clock/resume', { text: mark }, { text: { sha256: sha256Hex(mark) } }, 'caseworker'],
  ['extendClock', '/clock/extension', { days: 62, text: mark }, { days: 62 }, 'supervisor'],
  ['adoptCalendar', '/calendar', { calendar: 'kz-2026-03' }, { calendar: 'kz-2026-03' }, 'operator'],
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
  [
    'returnDecision',
    '/decision/return',
    { version: 12, reason: mark, judgeAnew: ['berkut', 'bank'] },
    { version: 12, judgeAnew: ['berkut', 'bank'] },
    'supervisor',
  ],
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

  test('keeps every remark of an interview, each under an id of its own', async () => {
    await act('/interview/outcome', held);
    const { questions, remarks } = office.asked[0]?.entry['data'] as {
      questions: { remark: { textId: string } }[];
      remarks: { textId: string };
    };
    const ids = [questions[0]?.remark.textId ?? '', remarks.textId];
    expect(new Set(ids).size).toBe(2);
    for (const textId of ids) {
      const [kept] = await office.deps.db.select().from(caseTexts).where(eq(caseTexts.textId, textId));
      expect(kept).toMatchObject({ caseId, body: mark });
    }
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

  test.each([
    ['/decision', { version: 3 }, 'four-eyes'],
    ['/decision', { version: 3 }, 'stale-version'],
    ['/decision/return', { version: 3, reason: mark }, 'stale-version'],
    ['/complaint/decision', { outcome: 'satisfied', returnTo: 'decision', reason: mark }, 'took-part'],
    ['/clock/extension', { days: 30, text: mark }, 'extension-too-long'],
  ] as [string, object, ProblemCode][])(
    'at %s and was refused carries the problem of the workflow and its number',
    async (path, payload, code) => {
      office.state.answer = { kind: 'refused', number: 42, code };
      const reply = await act(path, payload, 'supervisor');
      expect([reply.statusCode, reply.json()]).toMatchObject([409, { code, number: 42 }]);
    },
  );
});

const appointment = { at: '2030-06-01T05:00:00Z', place: 'akmola-office', panel: ['s-1', 's-2', 's-3'] };

describe('what may not be sent', () => {
  test.each([
    ['a place that is no office of the pilot', '/interview', { ...appointment, place: 'a cafe' }],
    ['a moment that is none', '/interview', { ...appointment, at: 'tomorrow' }],
    ['an interview without a panel', '/interview', { at: appointment.at, place: appointment.place }],
    ['a panel in which somebody sits twice', '/interview', { ...appointment, panel: ['s-1', 's-1'] }],
    ['a member of the panel by name', '/interview', { ...appointment, panel: ['Aigul Bekova'] }],
    ['an outcome that nobody voted on', '/interview/outcome', { ...held, outcome: 'passed' }],
    ['a vote that is none', '/interview/outcome', { ...held, votes: [{ member: 's-2', vote: 'perhaps' }] }],
    [
      'more points than there are',
      '/interview/outcome',
      { ...held, questions: [{ ...held.questions[0], points: 6 }] },
    ],
    [
      'a question without a remark',
      '/interview/outcome',
      { ...held, questions: [{ question: 'q', points: 1, max: 1 }] },
    ],
    ['a judgement of no document', '/documents/judgement', { findings: [], reason: 'a' }],
    [
      'a judgement that nobody can make',
      '/documents/judgement',
      { findings: [{ documentId, judgement: 'perhaps' }], reason: 'a' },
    ],
    [
      'one document judged under the address of another',
      '/documents/judgement',
      { documentId, judgement: 'clear', reason: 'a' },
    ],
    ['no kind of document', '/documents/request', { kinds: [], reason: 'a' }],
    ['a kind of document that nobody knows', '/documents/request', { kinds: ['diary'], reason: 'a' }],
    ['a kind of document twice', '/documents/request', { kinds: ['passport', 'passport'], reason: 'a' }],
    ['an annulment as a proposal', '/proposal', { outcome: 'annul', grounds: [], text: 'a' }],
    ['an annulment without grounds', '/annulment', { grounds: [], text: 'a' }],
    ['a stop for no reason of the law', '/clock/stop', { reason: 'holiday', text: 'a' }],
    ['a stop without words', '/clock/stop', { reason: 'expert-opinion' }],
    ['a resumption with a reason of a stop', '/clock/resume', { reason: 'expert-opinion', text: 'a' }],
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
    ['a novel', '/interview/outcome', { ...held, remarks: 'a'.repeat(4001) }],
    ['a name instead of a subject', '/assignment', { assignee: 'Aigul Bekova' }],
  ])('%s', async (_, path, payload) => {
    const reply = await act(path, payload);
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'invalid-input']);
    expect(office.asked).toEqual([]);
  });

  test.each([
    ['an extension of no day', '/clock/extension', { days: 0, text: 'a' }, '/days'],
    ['an extension beyond two months', '/clock/extension', { days: 63, text: 'a' }, '/days'],
    ['half a day', '/clock/extension', { days: 1.5, text: 'a' }, '/days'],
    [
      'a stage that nothing goes back to',
      '/complaint/satisfaction',
      { returnTo: 'closed', reason: 'a' },
      '/returnTo',
    ],
    ['a satisfaction that says no stage', '/complaint/satisfaction', { reason: 'a' }, '/returnTo'],
    [
      'a complaint rejected and sent back',
      '/complaint/decision',
      { outcome: 'rejected', returnTo: 'form', reason: 'a' },
      '/returnTo',
    ],
  ])('%s, by a supervisor', async (_, path, payload, pointer) => {
    const reply = await act(path, payload, 'supervisor');
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, pointer]);
    expect(office.asked).toEqual([]);
  });

  test('a calendar that is no name of one, by an operator', async () => {
    for (const calendar of ['', '../kz', 7]) {
      const reply = await act('/calendar', { calendar }, 'operator');
      expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/calendar']);
    }
  });

  test('a check that does not exist leads nowhere', async () => {
    expect((await act('/findings/gossip/question', { reason: 'a' })).statusCode).toBe(404);
  });
});

describe('the wrong role', () => {
  test.each([
    ['an extension by a caseworker', '/clock/extension', { days: 3, text: 'a' }, 'caseworker'],
    ['a stop by a supervisor', '/clock/stop', { reason: 'expert-opinion', text: 'a' }, 'supervisor'],
    ['a calendar by a supervisor', '/calendar', { calendar: 'kz-2026-03' }, 'supervisor'],
    ['a complaint decided by a caseworker', '/complaint/decision', {}, 'caseworker'],
    ['an annulment proposed by a supervisor', '/annulment', {}, 'supervisor'],
    ['a panel left by an operator', '/interview/recusal', { reason: 'a' }, 'operator'],
    [
      'a document judged by an auditor',
      '/documents/judgement',
      { findings: [{ documentId, judgement: 'clear' }], reason: 'a' },
      'auditor',
    ],
  ] as [string, string, object, Role][])('%s is not permitted', async (_, path, payload, role) => {
    const reply = await act(path, payload, role);
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'not-permitted']);
    expect(office.asked).toEqual([]);
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
    const reply = await act('/interview', { ...appointment, at });
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/at']);
  }
  expect(office.asked).toEqual([]);
});
