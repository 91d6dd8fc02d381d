/** What the record says of each act that was allowed. */
import { describe, expect, test } from '@jest/globals';
import type { ActData } from '../../domain/acts';
import type { CaseFile } from '../../domain/case-file';
import type { EventBody } from '../../domain/events';
import { updateVerbs, type UpdateVerb } from '../../domain/verbs';
import { eventsOfAct } from '../../policy/events-of-act';
import {
  aCaseFile,
  after,
  body,
  caseId,
  caseworker,
  onDay,
  operator,
  panel,
  tell,
  textRef,
} from '../support/case-files';

function eventsOf<V extends UpdateVerb>(verb: V, file: CaseFile, data: ActData[V]): EventBody[] {
  return eventsOfAct[verb](file, {
    intake: '7',
    effectiveAt: onDay(9),
    actor: caseworker,
    outages: [],
    data,
  });
}

const documents = [{ documentId: 'document-1', kind: 'passport' as const, sha256: 'e'.repeat(64) }];
const form = { version: 2, sha256: 'd'.repeat(64), documents };
const appointment = { at: onDay(12), place: 'abai-office', panel: [...panel] };
const protocol = {
  questions: [{ question: 'ties', points: 4, max: 5, remark: textRef }],
  votes: panel.map((member) => ({ member, vote: 'for' as const })),
  remarks: textRef,
};
const reasons = [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }];

test('every act has its words', () => {
  expect(Object.keys(eventsOfAct).sort()).toEqual([...updateVerbs].sort());
});

describe('an act', () => {
  test.each<[string, EventBody[], EventBody[]]>([
    ['submitting the form', eventsOf('submitForm', aCaseFile(), form), [body('form-submitted', form)]],
    [
      'withdrawing, without a reason',
      eventsOf('withdrawApplication', aCaseFile(), { reason: null }),
      [body('application-withdrawn', { reason: null })],
    ],
    [
      'assigning the case',
      eventsOf('assignCase', aCaseFile(), { assignee: 'dana' }),
      [body('case-assigned', { assignee: 'dana' })],
    ],
    [
      'judging a finding',
      eventsOf('judgeFinding', aCaseFile(), { check: 'berkut', judgement: 'adverse', reason: textRef }),
      [body('finding-judged', { check: 'berkut', judgement: 'adverse', reason: textRef })],
    ],
    [
      'setting the interview',
      eventsOf('scheduleInterview', aCaseFile(), appointment),
      [body('interview-scheduled', { ...appointment, quorum: 2 })],
    ],
    [
      'recording the interview',
      eventsOf('recordInterview', aCaseFile(), { attended: true, ...protocol }),
      [body('interview-recorded', { ...protocol, outcome: 'passed', final: true, panel: [] })],
    ],
    [
      'proposing a refusal',
      eventsOf('proposeDecision', aCaseFile(), { outcome: 'refuse', reasons, text: textRef }),
      [body('decision-proposed', { outcome: 'refuse', reasons, text: textRef, hearing: true })],
    ],
    [
      'returning a proposal, without repeating its version',
      eventsOf('returnDecision', aCaseFile(), { version: 12, reason: textRef }),
      [body('decision-returned', { reason: textRef })],
    ],
    [
      'returning a proposal with findings to be judged anew',
      eventsOf('returnDecision', aCaseFile(), { version: 12, reason: textRef, judgeAnew: ['berkut'] }),
      [body('decision-returned', { reason: textRef, judgeAnew: ['berkut'] })],
    ],
  ])('of %s is recorded as it was done', (_, events, expected) => {
    expect(events).toEqual(expected);
  });
});

describe('booking a test', () => {
  test('counts the attempts and asks for the level of the pinned policy', () => {
    expect(eventsOf('bookLanguageTest', aCaseFile({ status: 'awaiting-test-booking' }), {})).toEqual([
      body('language-test-booked', { attempt: 1, requestId: `${caseId}.testing-centre.1`, level: 'B1' }),
    ]);
    const failed = after(
      'awaiting-test-result',
      tell('language-test-result-received', { data: { passed: false } }),
    );
    expect(eventsOf('bookLanguageTest', { ...failed, policyVersion: '2026-02-13' }, {})).toEqual([
      body('language-test-booked', { attempt: 2, requestId: `${caseId}.testing-centre.2`, level: 'A1' }),
    ]);
  });
});

describe('asking an agency again', () => {
  test('is one question more than were asked, chasing included', () => {
    const data = { check: 'berkut', reason: textRef } as const;
    expect(eventsOf('askAgencyAgain', aCaseFile({ status: 'awaiting-judgement' }), data)).toMatchObject([
      { type: 'agency-asked-again', data: { check: 'berkut', ask: 2 } },
    ]);
    const chased = after('verification', tell('check-chased', { day: 12, data: { ask: 2 } }));
    expect(eventsOf('askAgencyAgain', chased, data)).toMatchObject([{ data: { ask: 3 } }]);
  });
});

describe('approving', () => {
  const proposed = aCaseFile({ status: 'awaiting-approval' });

  test('a grant is recorded, and the certificate comes later', () => {
    expect(eventsOf('approveDecision', proposed, { version: 12 })).toEqual([
      body('decision-approved', { outcome: 'grant', reasons: [] }),
    ]);
  });

  test('a refusal ends the application with the reasons of the proposal', () => {
    const refusal = { ...proposed, proposal: { ...proposed.proposal!, outcome: 'refuse' as const, reasons } };
    expect(eventsOf('approveDecision', refusal, { version: 12 })).toEqual([
      body('decision-approved', { outcome: 'refuse', reasons }),
      body('application-refused', { by: 'decision', reasons }),
    ]);
  });

  test('nothing is a mistake of ours', () => {
    expect(() => eventsOf('approveDecision', aCaseFile(), { version: 1 })).toThrow('nothing is proposed');
  });
});

describe('presenting a certificate', () => {
  const data = { certificateId: '1', sha256: 'f'.repeat(64) };
  const idOf = (file: CaseFile) => {
    const [event] = eventsOf('presentCertificate', file, data);
    return event?.type === 'certificate-presented' ? event.data.requestId : undefined;
  };

  test('is a question of its own each time, and never one about a sitting', () => {
    const first = aCaseFile({ status: 'awaiting-test-booking' });
    const again = after('awaiting-certificate-check', tell('certificate-not-confirmed', { day: 2 }));
    const sitting = `${caseId}.testing-centre.1`;
    expect(new Set([idOf(first), idOf(again), sitting]).size).toBe(3);
  });
});

describe('recording an interview', () => {
  const held = aCaseFile({ status: 'awaiting-interview' });
  const recorded = (votes: ('for' | 'against')[], file = held) =>
    eventsOf('recordInterview', file, {
      attended: votes.length > 0,
      questions: [],
      votes: votes.map((vote, index) => ({ member: panel[index]!, vote })),
      remarks: textRef,
    });

  test.each<[string, ('for' | 'against')[], string]>([
    ['two of three for', ['for', 'for', 'against'], 'passed'],
    ['one of three for', ['for', 'against', 'against'], 'failed'],
    ['a tie of two', ['for', 'against'], 'failed'],
    ['both of two for', ['for', 'for'], 'passed'],
  ])('takes its outcome from the majority: %s', (_, votes, outcome) => {
    expect(recorded(votes)).toMatchObject([{ data: { outcome, final: true } }]);
  });

  test('says who sat: the panel without who stepped back', () => {
    const left = after(
      'awaiting-interview',
      tell('panel-member-recused', { day: 9, data: { member: panel[0] } }),
    );
    expect(recorded(['for', 'for'], left)).toMatchObject([{ data: { panel: panel.slice(1) } }]);
  });

  test('that nobody came to is final the second time', () => {
    expect(recorded([])).toMatchObject([{ data: { outcome: 'no-show', final: false } }]);
    expect(recorded([], { ...held, noShows: 1 })).toMatchObject([
      { data: { outcome: 'no-show', final: true } },
    ]);
  });
});

describe('a hearing', () => {
  const asked = after(
    'awaiting-hearing',
    tell('objection-received', { day: 17, data: { kind: 'oral-hearing' } }),
  );
  const typesAt = (effectiveAt: string) =>
    eventsOfAct
      .recordHearing(asked, {
        intake: '7',
        effectiveAt,
        actor: caseworker,
        outages: [],
        data: { protocol: textRef },
      })
      .map(({ type }) => type);

  test('that is held before the three days are over closes with them, and at once afterwards', () => {
    expect(typesAt(onDay(21, '18:59:59.999'))).toEqual(['hearing-recorded']);
    expect(typesAt(onDay(21, '19:00:00.000'))).toEqual(['hearing-recorded', 'hearing-closed']);
  });

  test.each([
    ['objection', ['objection-received']],
    ['oral-hearing', ['objection-received']],
    ['waiver', ['objection-received', 'hearing-closed']],
  ] as const)('is closed at once by a waiver only: %s', (kind, types) => {
    const events = eventsOf('objectToRefusal', aCaseFile({ status: 'awaiting-hearing' }), {
      kind,
      text: null,
    });
    expect(events.map(({ type }) => type)).toEqual(types);
  });

  test('comes before a refusal and an annulment, not before a grant', () => {
    const file = aCaseFile({ status: 'awaiting-proposal' });
    const grant = eventsOf('proposeDecision', file, { outcome: 'grant', reasons: [], text: textRef });
    const refusal = eventsOf('proposeDecision', file, { outcome: 'refuse', reasons, text: textRef });
    const annulment = eventsOf('proposeAnnulment', aCaseFile({ status: 'granted' }), {
      reasons,
      text: textRef,
    });
    expect(grant).toMatchObject([{ data: { hearing: false } }]);
    expect(refusal).toMatchObject([{ data: { hearing: true } }]);
    expect(annulment).toMatchObject([
      { type: 'decision-proposed', data: { outcome: 'annul', hearing: true } },
    ]);
  });
});

describe('a stop', () => {
  test.each([
    ['expert-opinion', 'continue'],
    ['court-proceedings', 'continue'],
    ['foreign-inquiry', 'continue'],
    ['preliminary-question', 'anew'],
  ] as const)('for %s lets the term %s afterwards', (reason, effect) => {
    expect(eventsOf('stopClock', aCaseFile(), { reason, text: textRef })).toEqual([
      body('clock-stopped', { reason, effect, text: textRef }),
    ]);
  });
});

test('adopting a calendar tells which due date moved from when to when', () => {
  const file = { ...aCaseFile(), calendar: 'kz-2026-01', clocks: serviceSince('2026-08-01T05:00:00.000Z') };
  const said = { intake: '7', effectiveAt: '2026-08-10T05:00:00.000Z', actor: operator, outages: [] };
  expect(eventsOfAct.adoptCalendar(file, { ...said, data: { calendar: 'kz-2026-03' } })).toEqual([
    body('calendar-adopted', {
      calendar: 'kz-2026-03',
      before: 'kz-2026-01',
      dueBefore: '2026-09-01T19:00:00.000Z',
      dueAfter: '2026-08-31T19:00:00.000Z',
      moved: [{ term: 'service', before: '2026-09-01T19:00:00.000Z', after: '2026-08-31T19:00:00.000Z' }],
    }),
  ]);
});

test('while the service waits for the applicant, the date that moved is the end of his turn', () => {
  const file = after('awaiting-form');
  const { turn } = file.clocks;
  if (turn === null) throw new Error('the applicant has no turn');
  const clocks = { ...file.clocks, turn: { ...turn, startedAt: '2026-08-01T05:00:00.000Z' } };
  const said = { intake: '7', effectiveAt: '2026-08-10T05:00:00.000Z', actor: operator, outages: [] };
  const waiting = { ...file, calendar: 'kz-2026-01', clocks, lastAt: '2026-08-01T05:00:00.000Z' };
  expect(eventsOfAct.adoptCalendar(waiting, { ...said, data: { calendar: 'kz-2026-03' } })).toMatchObject([
    { data: { dueBefore: '2026-09-01T19:00:00.000Z', dueAfter: '2026-08-31T19:00:00.000Z' } },
  ]);
});

test('of a decided case, the date that moved is the end of the time for a complaint', () => {
  const decidedAt = '2026-05-31T05:00:00.000Z';
  const said = { intake: '7', effectiveAt: '2026-08-10T05:00:00.000Z', actor: operator, outages: [] };
  const data = { calendar: 'kz-2026-03' };
  const decided = {
    ...after('refused'),
    calendar: 'kz-2026-01',
    statusSince: decidedAt,
    closedAt: decidedAt,
  };
  expect(eventsOfAct.adoptCalendar(decided, { ...said, data })).toMatchObject([
    { data: { dueBefore: '2026-09-01T19:00:00.000Z', dueAfter: '2026-08-31T19:00:00.000Z' } },
  ]);
  const granted = { ...after('granted'), calendar: 'kz-2026-01' };
  expect(eventsOfAct.adoptCalendar(granted, { ...said, data })).toMatchObject([
    { data: { dueBefore: null, dueAfter: null } },
  ]);
});

function serviceSince(startedAt: string): CaseFile['clocks'] {
  const service = { startedAt, endedAt: null, stops: [], extensions: [] };
  return { ...aCaseFile().clocks, service };
}
