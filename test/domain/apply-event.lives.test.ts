/** Whole lives, told event by event: where each event leaves the case, who has the ball, whether the clock runs. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import { theService } from '../../domain/actor';
import { permanentChecks as checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import { caseStatuses, openStatuses, type CaseStatus, type Party } from '../../domain/statuses';
import { waitingOn } from '../../domain/waiting';
import { answeredClear, caseId, fileOf, livesTo, onDay, story, tell, type Told } from '../support/case-files';

type Line = [told: Told, status: CaseStatus, party: Party, clock: 'runs' | 'stands'];

const opening: Line[] = [
  [tell('application-opened'), 'awaiting-test-booking', 'applicant', 'stands'],
  [tell('language-test-booked', { day: 1 }), 'awaiting-test-result', 'testing-centre', 'stands'],
];
const passing: Line[] = [
  ...opening,
  [tell('language-test-result-received', { day: 3 }), 'awaiting-form', 'applicant', 'stands'],
  [tell('form-submitted', { day: 5 }), 'scoring', 'service', 'runs'],
];
const verifying: Line[] = [
  ...passing,
  [tell('application-scored', { day: 5 }), 'verification', 'agencies', 'runs'],
  [tell('documents-judged', { day: 5 }), 'verification', 'agencies', 'runs'],
  ...checks
    .filter((check) => check !== 'berkut' && check !== 'criminal-registry')
    .map((check): Line => [answeredClear(check, 5), 'verification', 'agencies', 'runs']),
];
const deciding: Line[] = [
  ...verifying,
  [answeredClear('berkut', 6), 'verification', 'agencies', 'runs'],
  [answeredClear('criminal-registry', 9), 'awaiting-schedule', 'caseworker', 'runs'],
  [tell('interview-scheduled', { day: 9 }), 'awaiting-interview', 'caseworker', 'runs'],
  [tell('interview-recorded', { day: 12 }), 'awaiting-proposal', 'caseworker', 'runs'],
];

function failedTest(attempt: number, day: number): Told {
  return tell('language-test-result-received', { day, data: { attempt, passed: false } });
}

const lives: Record<string, Line[]> = {
  'granted at the first try': [
    ...deciding,
    [tell('decision-proposed', { day: 12 }), 'awaiting-approval', 'supervisor', 'runs'],
    [tell('decision-approved', { day: 13 }), 'granting', 'service', 'runs'],
    [tell('certificate-issued', { day: 13 }), 'granted', 'nobody', 'stands'],
  ],
  'refused after the supervisor sent the proposal back': [
    ...deciding,
    [tell('decision-proposed', { day: 12 }), 'awaiting-approval', 'supervisor', 'runs'],
    [tell('decision-returned', { day: 13 }), 'awaiting-proposal', 'caseworker', 'runs'],
    [
      tell('decision-proposed', { day: 14, data: { outcome: 'refuse', hearing: true } }),
      'awaiting-hearing',
      'applicant',
      'runs',
    ],
    [
      tell('objection-received', { day: 15, data: { kind: 'waiver' } }),
      'awaiting-hearing',
      'applicant',
      'runs',
    ],
    [tell('hearing-closed', { day: 15, data: { by: 'waiver' } }), 'awaiting-approval', 'supervisor', 'runs'],
    [
      tell('decision-approved', { day: 15, data: { outcome: 'refuse' } }),
      'awaiting-approval',
      'supervisor',
      'runs',
    ],
    [tell('application-refused', { day: 15 }), 'refused', 'nobody', 'stands'],
  ],
  'refused by rule after the third failed test': [
    ...opening,
    [failedTest(1, 3), 'awaiting-test-booking', 'applicant', 'stands'],
    [
      tell('language-test-booked', { day: 4, data: { attempt: 2 } }),
      'awaiting-test-result',
      'testing-centre',
      'stands',
    ],
    [failedTest(2, 6), 'awaiting-test-booking', 'applicant', 'stands'],
    [
      tell('language-test-booked', { day: 7, data: { attempt: 3 } }),
      'awaiting-test-result',
      'testing-centre',
      'stands',
    ],
    [failedTest(3, 9), 'awaiting-test-booking', 'applicant', 'stands'],
    [tell('application-refused', { day: 9, data: { by: 'rule' } }), 'refused', 'nobody', 'stands'],
  ],
  'refused by rule for too few points': [
    ...passing,
    [
      tell('application-scored', { day: 5, data: { total: 310, passed: false } }),
      'scoring',
      'service',
      'runs',
    ],
    [tell('application-refused', { day: 5, data: { by: 'rule' } }), 'refused', 'nobody', 'stands'],
  ],
  'lapsed because nobody booked a test': [
    opening[0]!,
    [tell('turn-lapsed', { day: 91 }), 'lapsed', 'nobody', 'stands'],
  ],
  'withdrawn while the agencies were asked': [
    ...verifying,
    [tell('application-withdrawn', { day: 7 }), 'withdrawn', 'nobody', 'stands'],
    [tell('late-answer-kept', { day: 8 }), 'withdrawn', 'nobody', 'stands'],
  ],
  'silent agency: chased, given up, asked again, judged': [
    ...verifying,
    [answeredClear('berkut', 6), 'verification', 'agencies', 'runs'],
    [
      tell('check-chased', { day: 12, data: { check: 'criminal-registry' } }),
      'verification',
      'agencies',
      'runs',
    ],
    [
      tell('check-unanswered', { day: 25, data: { check: 'criminal-registry' } }),
      'awaiting-judgement',
      'caseworker',
      'runs',
    ],
    [
      tell('agency-asked-again', { day: 26, data: { check: 'criminal-registry', ask: 3 } }),
      'verification',
      'agencies',
      'runs',
    ],
    [tell('clock-warned', { day: 30 }), 'verification', 'agencies', 'runs'],
    [tell('case-escalated', { day: 35 }), 'verification', 'agencies', 'runs'],
    [
      tell('check-unanswered', { day: 46, data: { check: 'criminal-registry' } }),
      'awaiting-judgement',
      'caseworker',
      'runs',
    ],
    [
      tell('finding-judged', { day: 47, data: { check: 'criminal-registry' } }),
      'awaiting-schedule',
      'caseworker',
      'runs',
    ],
  ],
  'granted on a certificate, after another was not confirmed': [
    opening[0]!,
    [tell('certificate-presented', { day: 1 }), 'awaiting-certificate-check', 'testing-centre', 'stands'],
    [tell('certificate-not-confirmed', { day: 2 }), 'awaiting-test-booking', 'applicant', 'stands'],
    [tell('certificate-presented', { day: 3 }), 'awaiting-certificate-check', 'testing-centre', 'stands'],
    [tell('certificate-confirmed', { day: 4 }), 'awaiting-form', 'applicant', 'stands'],
    ...deciding.slice(3),
  ],
  'documents asked for, provided, asked for again and not': [
    ...verifying,
    [tell('documents-requested', { day: 6 }), 'awaiting-documents', 'applicant', 'stands'],
    [tell('documents-provided', { day: 9 }), 'verification', 'agencies', 'runs'],
    [tell('documents-requested', { day: 10 }), 'awaiting-documents', 'applicant', 'stands'],
    [answeredClear('berkut', 11), 'awaiting-documents', 'applicant', 'stands'],
    [tell('turn-lapsed', { day: 32, data: { turn: 'documents' } }), 'verification', 'agencies', 'runs'],
  ],
  'granted, annulled, and the certificate stands again': [
    ...deciding,
    [tell('decision-proposed', { day: 12 }), 'awaiting-approval', 'supervisor', 'runs'],
    [tell('decision-approved', { day: 13 }), 'granting', 'service', 'runs'],
    [tell('certificate-issued', { day: 13 }), 'granted', 'nobody', 'stands'],
    [
      tell('decision-proposed', { day: 30, data: { outcome: 'annul', hearing: true } }),
      'awaiting-hearing',
      'applicant',
      'stands',
    ],
    [tell('decision-returned', { day: 31 }), 'granted', 'nobody', 'stands'],
    [
      tell('decision-proposed', { day: 40, data: { outcome: 'annul', hearing: true } }),
      'awaiting-hearing',
      'applicant',
      'stands',
    ],
    [tell('hearing-closed', { day: 45 }), 'awaiting-approval', 'supervisor', 'stands'],
    [
      tell('decision-approved', { day: 46, data: { outcome: 'annul' } }),
      'awaiting-approval',
      'supervisor',
      'stands',
    ],
    [tell('permit-annulled', { day: 46 }), 'annulled', 'nobody', 'stands'],
    [
      tell('complaint-filed', { day: 50, data: { against: 'annulment' } }),
      'annulled',
      'supervisor',
      'stands',
    ],
    [tell('complaint-decided', { day: 60, data: { outcome: 'satisfied' } }), 'annulled', 'nobody', 'stands'],
    [tell('decision-set-aside', { day: 60, data: { returnTo: null } }), 'granted', 'nobody', 'stands'],
    [tell('certificate-expired', { day: 382 }), 'expired', 'nobody', 'stands'],
  ],
  'nobody came to the interview': [
    ...deciding.slice(0, -1),
    [
      tell('interview-recorded', { day: 12, data: { outcome: 'no-show', final: false } }),
      'awaiting-schedule',
      'caseworker',
      'runs',
    ],
    [tell('interview-scheduled', { day: 13 }), 'awaiting-interview', 'caseworker', 'runs'],
    [tell('interview-scheduled', { day: 14 }), 'awaiting-interview', 'caseworker', 'runs'],
    [
      tell('interview-recorded', { day: 20, data: { outcome: 'failed' } }),
      'awaiting-proposal',
      'caseworker',
      'runs',
    ],
  ],
};

describe('a life', () => {
  test.each(Object.entries(lives))('%s', (_, lines) => {
    let file: CaseFile | null = null;
    for (const [index, event] of story(lines.map(([told]) => told)).entries()) {
      const [, status, party, clock] = lines[index]!;
      const before: CaseFile | null = file;
      file = applyEvent(caseId, file, event);
      const { service } = file.clocks;
      const stands = service.endedAt !== null || service.stops.some(({ to }) => to === null);
      expect({
        type: event.type,
        status: file.status,
        party: waitingOn(file).party,
        clock: stands ? 'stands' : 'runs',
        seq: file.seq,
      }).toEqual({ type: event.type, status, party, clock, seq: index + 1 });
      expect(file.statusSince).toBe(before?.status === status ? before.statusSince : event.effectiveAt);
    }
  });

  test('leads to every status there is', () => {
    const reached = Object.fromEntries(
      caseStatuses.map((status) => [status, fileOf(livesTo[status]).status]),
    );
    expect(reached).toEqual(Object.fromEntries(caseStatuses.map((status) => [status, status])));
  });
});

describe('what a life leaves in the file', () => {
  test('is everything that was said at the opening', () => {
    expect(fileOf(livesTo['awaiting-test-booking'])).toEqual({
      caseId,
      kind: 'permanent-residence',
      seq: 1,
      region: 'abai',
      applicantId: 'timur',
      personId: 'person-1',
      policyVersion: '2026-04-13',
      calendar: 'kz-2026-03',
      status: 'awaiting-test-booking',
      statusSince: onDay(0),
      openedAt: onDay(0),
      lastAt: onDay(0),
      closedAt: null,
      overAt: null,
      assignee: null,
      tookPart: [],
      testAttempts: [],
      voidAttempts: 0,
      barredUntil: null,
      presented: null,
      form: null,
      documents: [],
      documentsRequested: [],
      documentsMissing: [],
      score: null,
      checks: null,
      permit: null,
      reopening: null,
      interview: null,
      noShows: 0,
      noticesDelivered: {},
      noticesToProve: {},
      notifyBy: 'account',
      interviewChanges: 0,
      steppedBack: [],
      proposal: null,
      hearing: null,
      reasons: [],
      certificate: null,
      complaint: null,
      clocks: {
        service: {
          startedAt: onDay(0),
          endedAt: null,
          stops: [
            {
              from: onDay(0),
              to: null,
              basis: 'awaiting-test-booking',
              by: theService,
              effect: 'continue',
              knownAt: onDay(0),
              wholeDays: false,
            },
          ],
          extensions: [],
        },
        verification: null,
        turn: { startedAt: onDay(0), endedAt: null, stops: [], extensions: [], turn: 'language-test' },
        complaint: null,
      },
      officerStop: null,
      clockWarnedAt: null,
      deemedRefusedAt: null,
      escalation: null,
      escalated: [],
      escalationClearedAt: null,
    });
  });

  test('is plain JSON, whatever the status', () => {
    for (const status of caseStatuses) {
      const file = fileOf(livesTo[status]);
      expect(JSON.parse(JSON.stringify(file))).toEqual(file);
    }
  });

  test('of three tests is three attempts, each with its own end', () => {
    const told = lives['refused by rule after the third failed test']!.map(([event]) => event);
    expect(
      fileOf(told).testAttempts.map(({ attempt, passed, bookedAt }) => ({ attempt, passed, bookedAt })),
    ).toEqual([
      { attempt: 1, passed: false, bookedAt: onDay(1) },
      { attempt: 2, passed: false, bookedAt: onDay(4) },
      { attempt: 3, passed: false, bookedAt: onDay(7) },
    ]);
  });

  test('of a proposal is its version, which is its place in the record, and who made it', () => {
    const { proposal } = fileOf(livesTo['awaiting-approval']);
    expect(proposal).toMatchObject({
      version: livesTo['awaiting-approval'].length,
      outcome: 'grant',
      proposedBy: 'aizhan',
    });
  });

  test('of a proposal that was sent back is nothing', () => {
    expect(
      fileOf([...livesTo['awaiting-approval'], tell('decision-returned', { day: 12 })]).proposal,
    ).toBeNull();
  });

  test('of a refusal is its reasons, of a grant the certificate', () => {
    expect(fileOf(livesTo.refused).reasons).toEqual([
      { ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' },
    ]);
    expect(fileOf(livesTo.granted).certificate).toEqual({
      number: 'KZ-PR-2026-000001',
      validFrom: '2026-05-21',
      validUntil: '2027-05-21',
      remindedAt: null,
    });
  });

  test('nothing but a late answer after the case is over', () => {
    const closed = fileOf(livesTo['withdrawn']);
    const told = story(
      [tell('case-assigned', { day: 92 }), tell('late-answer-kept', { day: 92 })],
      closed.seq + 1,
    );
    expect(() => applyEvent(caseId, closed, told[0]!)).toThrow('after the case was over');
    expect(applyEvent(caseId, closed, { ...told[1]!, seq: closed.seq + 1 }).status).toBe('withdrawn');
  });

  test('of an assignment is the person, in whatever open status', () => {
    for (const status of openStatuses) {
      const file = fileOf([
        ...livesTo[status],
        tell('case-assigned', { day: 92, data: { assignee: 'dana' } }),
      ]);
      expect({ assignee: file.assignee, status: file.status }).toEqual({ assignee: 'dana', status });
    }
  });
});
