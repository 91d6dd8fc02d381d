/** Who may do what, when: every status, every verb and every role, with the allowed cells written out. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import { roles } from '../../domain/roles';
import { caseStatuses, isClosed, type CaseStatus } from '../../domain/statuses';
import { openingVerbs, verbs, type OpeningVerb, type Verb } from '../../domain/verbs';
import { moves, movesOf, whyNotNow } from '../../policy/moves';
import type { CaseFile } from '../../domain/case-file';
import type { ObjectionKind } from '../../domain/events';
import {
  aCaseFile,
  after,
  aPermitFile,
  applicant,
  onDay,
  permitLives,
  tell,
  type PermitStatus,
  type Told,
} from '../support/case-files';

type CaseVerb = Exclude<Verb, OpeningVerb>;

const actorRoles = [...roles, 'agency', 'service'] as const;
const caseVerbs = verbs.filter((verb): verb is CaseVerb => !openingVerbs.some((opening) => opening === verb));

/** A line is a verb, who may do it, and where; `open` is every status in which nothing is decided yet. */
const allowed = `
  bookLanguageTest        applicant             awaiting-test-booking
  presentCertificate      applicant             awaiting-test-booking
  saveForm                applicant             awaiting-form
  uploadDocument          applicant             awaiting-form awaiting-documents
  submitForm              applicant             awaiting-form
  provideDocuments        applicant             awaiting-documents
  confirmInterview        applicant             awaiting-interview
  requestInterviewChange  applicant             awaiting-interview
  objectToRefusal         applicant             awaiting-hearing
  fileComplaint           applicant             refused lapsed annulled
  withdrawApplication     applicant             open-but-granting
  assignCase              caseworker,supervisor open
  voidAttempt             supervisor            awaiting-test-result awaiting-certificate-check
  judgeFinding            caseworker            verification awaiting-judgement
  judgeDocuments          caseworker            verification awaiting-judgement
  requestDocuments        caseworker            verification awaiting-judgement awaiting-proposal awaiting-decision
  askAgencyAgain          caseworker            verification awaiting-judgement
  scheduleInterview       caseworker            awaiting-schedule awaiting-interview
  recuseFromInterview     caseworker,supervisor awaiting-interview
  recordInterview         caseworker            awaiting-interview
  proposeDecision         caseworker            awaiting-proposal
  decideApplication       caseworker            awaiting-decision
  recordHearing           caseworker            -
  approveDecision         supervisor            awaiting-approval
  returnDecision          supervisor            awaiting-hearing awaiting-approval
  proposeAnnulment        caseworker            granted
  reportChange            applicant,caseworker  -
  decideChange            caseworker,supervisor -
  supportReopening        caseworker            -
  decideReopening         supervisor            -
  satisfyComplaint        supervisor            -
  decideComplaint         supervisor            -
  stopClock               caseworker            open-but-granting
  resumeClock             caseworker,supervisor -
  extendClock             supervisor            open-but-granting
  adoptCalendar           operator              open granted refused lapsed annulled
`;
const open = caseStatuses.filter((status) => !isClosed(status));
const groups: Record<string, readonly string[]> = {
  open,
  'open-but-granting': open.filter((status) => status !== 'granting'),
  '-': [],
};
/** Verbs that a decided case knows too: what does not fit there is out of order, not too late. */
const atAnyTime = ['fileComplaint', 'satisfyComplaint', 'decideComplaint', 'adoptCalendar'];
const ofADecision: Partial<Record<CaseVerb, readonly CaseStatus[]>> = {
  reportChange: ['granted'],
  decideChange: ['granted'],
  supportReopening: ['granted', 'refused'],
  decideReopening: ['granted', 'refused'],
};

const lines = allowed
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const rows = lines.flatMap(([verb, by = '', ...from]) => by.split(',').map((role) => ({ verb, role, from })));
const cells = new Set(
  rows.flatMap(({ verb, role, from }) =>
    from.flatMap((name) => groups[name] ?? [name]).map((status) => `${verb} ${role} ${status}`),
  ),
);
const performers = new Set(rows.map(({ verb, role }) => `${verb} ${role}`));

const of = (role: Actor['role']): Actor => ({ id: role === 'applicant' ? applicant.id : `a-${role}`, role });

/** What a delegate does for a worker; a case that no employer filed is not there for him. */
const ofDelegates: readonly string[] = [
  'saveForm',
  'uploadDocument',
  'submitForm',
  'provideDocuments',
  'objectToRefusal',
  'fileComplaint',
  'withdrawApplication',
  'reportChange',
];

function expected(verb: CaseVerb, role: Actor['role'], status: CaseStatus): string | undefined {
  if (cells.has(`${verb} ${role} ${status}`)) return undefined;
  if (role === 'employer' && ofDelegates.includes(verb)) return 'not-found';
  if (!performers.has(`${verb} ${role}`)) return 'not-permitted';
  if (status === 'withdrawn' || status === 'expired') return 'case-over';
  const fits = atAnyTime.includes(verb) || ofADecision[verb]?.includes(status);
  return isClosed(status) && !fits ? 'case-over' : 'act-out-of-order';
}

describe('the table of moves', () => {
  test('knows every verb', () => {
    expect(Object.keys(moves).sort()).toEqual([...caseVerbs].sort());
  });

  test.each(caseVerbs)('%s is answered in each status to each role as it is written here', (verb) => {
    const answers = caseStatuses.flatMap((status) =>
      actorRoles.map((role) => [status, role, whyNotNow(verb, aCaseFile({ status }), of(role))]),
    );
    const written = caseStatuses.flatMap((status) =>
      actorRoles.map((role) => [status, role, expected(verb, role, status)]),
    );
    expect(answers).toEqual(written);
  });

  test.each(caseVerbs)('%s in a case that is over is refused to everyone', (verb) => {
    for (const status of caseStatuses) {
      const over = { ...aCaseFile({ status }), overAt: onDay(400) };
      for (const role of actorRoles) {
        const refused = ['case-over', 'not-permitted', ...(role === 'employer' ? ['not-found'] : [])];
        expect(refused).toContain(whyNotNow(verb, over, of(role)));
      }
    }
  });

  test('offers each person exactly what he may do now', () => {
    for (const status of caseStatuses) {
      for (const role of actorRoles) {
        const offered = movesOf(aCaseFile({ status }), of(role)).sort();
        expect(offered).toEqual(caseVerbs.filter((verb) => cells.has(`${verb} ${role} ${status}`)).sort());
      }
    }
  });
});

describe('a temporary permit', () => {
  const at = Object.keys(permitLives) as PermitStatus[];
  const permitCells = new Set([
    ...cells,
    'reportChange applicant granted',
    'reportChange caseworker granted',
  ]);

  test.each(caseVerbs)('answers %s as every case does, but that its changes are reported', (verb) => {
    for (const status of at) {
      for (const role of actorRoles) {
        const may = whyNotNow(verb, aPermitFile(status), of(role)) === undefined;
        expect([verb, role, status, may]).toEqual([
          verb,
          role,
          status,
          permitCells.has(`${verb} ${role} ${status}`),
        ]);
      }
    }
  });
});

describe('somebody else’s case', () => {
  const stranger: Actor = { id: 'elif', role: 'applicant' };

  test('is not there for another applicant, whatever he asks and wherever it stands', () => {
    for (const status of caseStatuses) {
      for (const verb of caseVerbs.filter((known) => performers.has(`${known} applicant`))) {
        expect(whyNotNow(verb, aCaseFile({ status }), stranger)).toBe('not-found');
      }
    }
  });

  test('offers him nothing', () => {
    expect(caseStatuses.flatMap((status) => movesOf(aCaseFile({ status }), stranger))).toEqual([]);
  });
});

describe('what beside the status must hold', () => {
  const may = (verb: CaseVerb, file: CaseFile, role: Actor['role']) => whyNotNow(verb, file, of(role));
  const no = 'act-out-of-order';
  const hearing = (...told: Told[]) => after('awaiting-hearing', ...told);
  const objected = (kind: ObjectionKind) => tell('objection-received', { day: 17, data: { kind } });
  const annulling = tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } });
  const filed = tell('complaint-filed', { day: 30 });
  const stopped = tell('clock-stopped', { day: 40 });
  const proposedAgain = (...told: Told[]) =>
    after('granted', tell('reopening-proposed', { day: 40 }), ...told);
  const supported = tell('reopening-supported', { day: 41 });
  const left = tell('reopening-decided', { day: 42, data: { outcome: 'leave' } });

  test.each<[string, CaseVerb, Actor['role'], CaseFile, string | undefined]>([
    [
      'an interview is confirmed once',
      'confirmInterview',
      'applicant',
      after('awaiting-interview', tell('interview-confirmed', { day: 9 })),
      no,
    ],
    ['a notice is answered once', 'objectToRefusal', 'applicant', hearing(objected('objection')), no],
    [
      'the notice of an annulment is answered too',
      'objectToRefusal',
      'applicant',
      after('granted', annulling),
      undefined,
    ],
    [
      'a hearing that was asked for is held',
      'recordHearing',
      'caseworker',
      hearing(objected('oral-hearing')),
      undefined,
    ],
    [
      'one that was only objected to is not',
      'recordHearing',
      'caseworker',
      hearing(objected('objection')),
      no,
    ],
    [
      'a hearing is held once',
      'recordHearing',
      'caseworker',
      hearing(objected('oral-hearing'), tell('hearing-recorded', { day: 18 })),
      no,
    ],
    [
      'an annulment is nothing to withdraw from',
      'withdrawApplication',
      'applicant',
      after('granted', annulling),
      no,
    ],
    ['an annulment has no term to extend', 'extendClock', 'supervisor', after('granted', annulling), no],
    ['an annulment has no clock to stop', 'stopClock', 'caseworker', after('granted', annulling), no],
    ['a clock is stopped once', 'stopClock', 'caseworker', after('verification', stopped), no],
    [
      'a clock that was stopped is resumed',
      'resumeClock',
      'caseworker',
      after('verification', stopped),
      undefined,
    ],
    ['also by a supervisor', 'resumeClock', 'supervisor', after('verification', stopped), undefined],
    [
      'and by nobody twice',
      'resumeClock',
      'caseworker',
      after('verification', stopped, tell('clock-resumed', { day: 41 })),
      no,
    ],
    [
      'a complaint is satisfied before it is forwarded',
      'satisfyComplaint',
      'supervisor',
      after('refused', filed),
      undefined,
    ],
    [
      'and not after',
      'satisfyComplaint',
      'supervisor',
      after('refused', filed, tell('complaint-forwarded', { day: 34 })),
      no,
    ],
    ['and not decided before it is', 'decideComplaint', 'supervisor', after('refused', filed), no],
    [
      'one that was forwarded is decided',
      'decideComplaint',
      'supervisor',
      after('refused', filed, tell('complaint-forwarded', { day: 34 })),
      undefined,
    ],
    [
      'a complaint is decided once',
      'decideComplaint',
      'supervisor',
      after('refused', filed, tell('complaint-decided', { day: 34 })),
      no,
    ],
    [
      'silence is complained of',
      'fileComplaint',
      'applicant',
      after('verification', tell('deemed-refused', { day: 35 })),
      undefined,
    ],
    [
      'silence is complained of once',
      'fileComplaint',
      'applicant',
      after(
        'verification',
        tell('deemed-refused', { day: 35 }),
        tell('complaint-filed', { day: 36, data: { against: 'silence' } }),
      ),
      no,
    ],
    ['a proposal to reopen is supported', 'supportReopening', 'caseworker', proposedAgain(), undefined],
    ['and decided only when it is', 'decideReopening', 'supervisor', proposedAgain(), no],
    ['once it is supported', 'decideReopening', 'supervisor', proposedAgain(supported), undefined],
    ['it is supported once', 'supportReopening', 'caseworker', proposedAgain(supported), no],
    ['and decided once', 'decideReopening', 'supervisor', proposedAgain(supported, left), no],
    [
      'and not while a complaint about the decision waits',
      'decideReopening',
      'supervisor',
      proposedAgain(supported, tell('complaint-filed', { day: 43 })),
      no,
    ],
    [
      'but once that is decided',
      'decideReopening',
      'supervisor',
      proposedAgain(supported, tell('complaint-filed', { day: 43 }), tell('complaint-decided', { day: 44 })),
      undefined,
    ],
    [
      'what was annulled meanwhile is not reopened',
      'decideReopening',
      'supervisor',
      proposedAgain(supported, tell('permit-annulled', { day: 43 })),
      'case-over',
    ],
  ])('%s', (...[, verb, role, file, code]) => {
    expect(may(verb, file, role)).toBe(code);
  });
});
