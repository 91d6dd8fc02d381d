/** What beyond status and role must hold: one row for each condition that an act can miss. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import type { ActData } from '../../domain/acts';
import { checks, type Check } from '../../domain/agencies';
import type { CaseFile, CheckFile } from '../../domain/case-file';
import type { FindingResult, Judgement } from '../../domain/events';
import type { ProblemCode } from '../../domain/problems';
import { updateVerbs, type UpdateVerb } from '../../domain/verbs';
import { guards, mayGrant } from '../../policy/guards';
import { whyNot } from '../../policy/moves';
import {
  aCaseFile,
  after,
  applicant,
  caseworker,
  onDay,
  supervisor,
  tell,
  textRef,
} from '../support/case-files';

function answerTo<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  { data, ...by }: { data: ActData[V]; actor?: Actor },
) {
  return whyNot(verb, file, { actor: caseworker, effectiveAt: onDay(9), ...by, data });
}

test('every verb of a running case has a guard', () => {
  expect(Object.keys(guards).sort()).toEqual([...updateVerbs].sort());
});

describe('status and role', () => {
  test('are asked before anything else', () => {
    const file = aCaseFile({ status: 'awaiting-approval' });
    const proposer: Actor = { id: caseworker.id, role: 'supervisor' };
    expect(answerTo('approveDecision', file, { data: { version: 1 }, actor: caseworker })).toBe(
      'not-permitted',
    );
    expect(
      answerTo('proposeDecision', file, { data: { outcome: 'refuse', reasons: [], text: textRef } }),
    ).toBe('act-out-of-order');
    expect(answerTo('approveDecision', file, { data: { version: 1 }, actor: proposer })).toBe('four-eyes');
  });
});

describe('submitting the form', () => {
  const file = aCaseFile({ status: 'awaiting-form' });
  const form = { version: 1, sha256: 'd'.repeat(64) };
  const documents = [{ documentId: 'document-1', kind: 'passport' as const, sha256: 'e'.repeat(64) }];

  test.each<[string, ActData['submitForm'], ProblemCode | undefined]>([
    ['with its document', { ...form, documents }, undefined],
    ['without any', { ...form, documents: [] }, 'document-missing'],
  ])('%s', (_, data, code) => {
    expect(answerTo('submitForm', file, { data, actor: applicant })).toBe(code);
  });
});

describe('a finding', () => {
  const silent = after(
    'awaiting-judgement',
    tell('agency-asked-again', { day: 8 }),
    tell('check-unanswered', { day: 28 }),
  );
  const judged = after(
    'verification',
    tell('check-answered', { day: 6, data: { result: 'adverse' } }),
    tell('finding-judged', { day: 6 }),
  );

  test.each<[string, CaseFile, Check, ProblemCode | undefined]>([
    ['that is unclear can be judged', aCaseFile({ status: 'awaiting-judgement' }), 'berkut', undefined],
    ['that is silence can be judged', silent, 'berkut', undefined],
    [
      'that is clear needs no judgement',
      aCaseFile({ status: 'awaiting-judgement' }),
      'iin-registry',
      'nothing-to-judge',
    ],
    ['that has not come is not there to be judged', aCaseFile(), 'berkut', 'nothing-to-judge'],
    ['that was judged is not judged again', judged, 'berkut', 'nothing-to-judge'],
  ])('%s, nor asked for again without cause', (...[, file, check, code]) => {
    const data = { check, reason: textRef };
    expect(answerTo('judgeFinding', file, { data: { ...data, judgement: 'clear' } })).toBe(code);
    expect(answerTo('askAgencyAgain', file, { data })).toBe(code);
  });
});

describe('an interview', () => {
  test.each<[string, string, ProblemCode | undefined]>([
    ['after the moment of the act', '2026-05-13T05:00:00.001Z', undefined],
    ['at the very moment of the act', '2026-05-13T05:00:00.000Z', 'appointment-in-the-past'],
    ['before it', '2026-05-13T04:59:59.999Z', 'appointment-in-the-past'],
    ['a year before', '2025-12-13T05:00:00.000Z', 'appointment-in-the-past'],
  ])('%s', (_, at, code) => {
    const data = { at, place: 'abai-office' };
    expect(answerTo('scheduleInterview', aCaseFile({ status: 'awaiting-schedule' }), { data })).toBe(code);
    expect(answerTo('scheduleInterview', aCaseFile({ status: 'awaiting-interview' }), { data })).toBe(code);
  });
});

describe('a grant', () => {
  const ready = aCaseFile({ status: 'awaiting-proposal' });
  const grant: ActData['proposeDecision'] = { outcome: 'grant', reasons: [], text: textRef };

  function withCheck(check: Check, change: Partial<CheckFile>): CaseFile {
    return { ...ready, checks: { ...ready.checks!, [check]: { ...ready.checks![check], ...change } } };
  }

  const blocked: [string, CaseFile][] = [
    ['the score was not passed', { ...ready, score: { ...ready.score!, passed: false } }],
    ['there is no score', { ...ready, score: null }],
    ['there was no verification', { ...ready, checks: null }],
    ['the interview was failed', { ...ready, interview: { ...ready.interview!, outcome: 'failed' } }],
    ['nobody came to the interview', { ...ready, interview: { ...ready.interview!, outcome: 'no-show' } }],
    ['the interview has no outcome', { ...ready, interview: { ...ready.interview!, outcome: null } }],
    ['there was no interview', { ...ready, interview: null }],
    ...checks.flatMap((check): [string, CaseFile][] => [
      [`${check} is open`, withCheck(check, { result: null })],
      [`${check} is unclear and nobody judged it`, withCheck(check, { result: 'unclear' })],
      [`${check} is adverse and nobody judged it`, withCheck(check, { result: 'adverse' })],
      [`${check} is silent and nobody judged it`, withCheck(check, { result: 'no-answer' })],
      [`${check} was judged adverse`, withCheck(check, { result: 'unclear', judgement: 'adverse' })],
    ]),
  ];

  test('can be proposed when nothing stands against it', () => {
    expect(answerTo('proposeDecision', ready, { data: grant })).toBeUndefined();
  });

  test.each(blocked)('cannot be proposed when %s', (_, file) => {
    expect(mayGrant(file)).toBe(false);
    expect(answerTo('proposeDecision', file, { data: grant })).toBe('grant-blocked');
  });

  test.each<[FindingResult, Judgement]>([
    ['unclear', 'clear'],
    ['adverse', 'clear'],
    ['no-answer', 'clear'],
  ])('can be proposed when a finding %s was judged %s', (result, judgement) => {
    expect(
      answerTo('proposeDecision', withCheck('berkut', { result, judgement }), { data: grant }),
    ).toBeUndefined();
  });
});

describe('a refusal', () => {
  const file = { ...aCaseFile({ status: 'awaiting-proposal' }), interview: null };
  const reason = { ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' };

  test('needs a reason', () => {
    const data: ActData['proposeDecision'] = { outcome: 'refuse', reasons: [], text: textRef };
    expect(answerTo('proposeDecision', file, { data })).toBe('reasons-missing');
  });

  test('with a reason can be proposed, whatever is missing for a grant', () => {
    const data: ActData['proposeDecision'] = { outcome: 'refuse', reasons: [reason], text: textRef };
    expect(answerTo('proposeDecision', file, { data })).toBeUndefined();
  });
});

describe('a proposal', () => {
  const file = aCaseFile({ status: 'awaiting-approval' });
  const version = file.proposal!.version;
  const proposer: Actor = { id: caseworker.id, role: 'supervisor' };
  const again = after(
    'awaiting-approval',
    tell('decision-returned', { day: 12 }),
    tell('decision-proposed', { day: 13 }),
  );

  test.each<[string, CaseFile, Actor, number, ProblemCode | undefined]>([
    ['is approved by a second person who saw it', file, supervisor, version, undefined],
    ['is not approved by the person who made it', file, proposer, version, 'four-eyes'],
    ['is not approved in a version before this one', file, supervisor, version - 1, 'stale-version'],
    ['is not approved in a version after this one', file, supervisor, version + 1, 'stale-version'],
    [
      'made again is not approved in the version that was returned',
      again,
      supervisor,
      version,
      'stale-version',
    ],
    ['made again is approved in its own version', again, supervisor, version + 2, undefined],
  ])('%s', (...[, proposed, actor, seen, code]) => {
    expect(answerTo('approveDecision', proposed, { data: { version: seen }, actor })).toBe(code);
  });

  test.each<[string, number, ProblemCode | undefined]>([
    ['in the version that was seen', version, undefined],
    ['in another version', version - 1, 'stale-version'],
  ])('is returned %s', (_, seen, code) => {
    const data = { version: seen, reason: textRef };
    expect(answerTo('returnDecision', file, { data, actor: supervisor })).toBe(code);
  });
});

describe('the outcome of an interview', () => {
  const file = aCaseFile({ status: 'awaiting-interview' });
  const data = { outcome: 'passed', remarks: textRef } as const;

  test.each([
    ['before it was to begin', -1, 'interview-not-held-yet'],
    ['at its very beginning', 0, undefined],
    ['after it', 3_600_000, undefined],
  ])('is recorded %s', (_, laterMs, code) => {
    const effectiveAt = new Date(Date.parse(file.interview!.at) + laterMs).toISOString();
    expect(guards.recordInterview(file, { data, actor: caseworker, effectiveAt })).toBe(code);
  });
});

describe('a ground of refusal', () => {
  const file = aCaseFile({ status: 'awaiting-proposal' });
  const failed = { ...file, interview: { ...file.interview!, outcome: 'failed' as const } };
  const refusing = (ground: string) => ({
    outcome: 'refuse' as const,
    reasons: [{ ground, article: 'art.', evidence: 'interview' }],
    text: textRef,
  });

  test.each<[string, CaseFile, string | undefined]>([
    ['language-test-failed', file, 'ground-not-shown'],
    ['score-below-threshold', file, 'ground-not-shown'],
    ['interview-failed', file, 'ground-not-shown'],
    ['interview-failed', failed, undefined],
    ['repeated-breaches', file, undefined],
  ])('%s', (ground, seen, code) => {
    expect(answerTo('proposeDecision', seen, { data: refusing(ground) })).toBe(code);
  });
});

describe('acts without a further condition', () => {
  test.each<[UpdateVerb, CaseFile, Actor, object]>([
    ['bookLanguageTest', aCaseFile({ status: 'awaiting-test-booking' }), applicant, {}],
    ['withdrawApplication', aCaseFile(), applicant, { reason: null }],
    ['assignCase', aCaseFile(), caseworker, { assignee: 'dana' }],
  ])('%s', (...[verb, file, actor, data]) => {
    expect(answerTo(verb, file, { data: data as ActData[UpdateVerb], actor })).toBeUndefined();
  });
});
