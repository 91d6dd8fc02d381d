/** What the record says of each act that was allowed. */
import { describe, expect, test } from '@jest/globals';
import type { ActData } from '../../domain/acts';
import type { CaseFile } from '../../domain/case-file';
import type { EventBody } from '../../domain/events';
import { updateVerbs, type UpdateVerb } from '../../domain/verbs';
import { eventsOfAct } from '../../policy/events-of-act';
import { aCaseFile, after, body, caseId, caseworker, onDay, tell, textRef } from '../support/case-files';

function eventsOf<V extends UpdateVerb>(verb: V, file: CaseFile, data: ActData[V]): EventBody[] {
  return eventsOfAct[verb](file, { intake: '7', effectiveAt: onDay(9), actor: caseworker, data });
}

const documents = [{ documentId: 'document-1', kind: 'passport' as const, sha256: 'e'.repeat(64) }];
const form = { version: 2, sha256: 'd'.repeat(64), documents };
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
      eventsOf('scheduleInterview', aCaseFile(), { at: onDay(12), place: 'abai-office' }),
      [body('interview-scheduled', { at: onDay(12), place: 'abai-office' })],
    ],
    [
      'recording the interview',
      eventsOf('recordInterview', aCaseFile(), { outcome: 'passed', remarks: textRef }),
      [body('interview-recorded', { outcome: 'passed', remarks: textRef })],
    ],
    [
      'proposing a refusal',
      eventsOf('proposeDecision', aCaseFile(), { outcome: 'refuse', reasons, text: textRef }),
      [body('decision-proposed', { outcome: 'refuse', reasons, text: textRef })],
    ],
    [
      'returning a proposal, without repeating its version',
      eventsOf('returnDecision', aCaseFile(), { version: 12, reason: textRef }),
      [body('decision-returned', { reason: textRef })],
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
