/** What each kind of event changes in a case file: a total table, one line of the law's story each. */
import { checks, type Check } from './agencies';
import type { CaseFile, CheckFile } from './case-file';
import type { EventData, EventMeta, EventType } from './events';

type Placed<T extends EventType> = EventMeta & { type: T; data: EventData[T]; seq: number };
type Folds = { [T in EventType]: (file: CaseFile, event: Placed<T>) => Partial<CaseFile> };

export const folds: Folds = {
  'application-opened': () => {
    throw new Error('a case is opened once');
  },
  'language-test-booked': (file, { data, effectiveAt }) => ({
    status: 'awaiting-test-result',
    testAttempts: [...file.testAttempts, { ...data, bookedAt: effectiveAt, passed: null }],
  }),
  'language-test-result-received': (file, { data }) => ({
    status: data.passed ? 'awaiting-form' : 'awaiting-test-booking',
    testAttempts: file.testAttempts.map((attempt) =>
      attempt.attempt === data.attempt ? { ...attempt, passed: data.passed } : attempt,
    ),
  }),
  'form-submitted': (_, { data, effectiveAt }) => ({
    status: 'scoring',
    form: { ...data, submittedAt: effectiveAt },
  }),
  'application-scored': (_, { data, effectiveAt }) => ({
    score: data,
    ...(data.passed && { status: 'verification' as const, checks: openChecks(effectiveAt) }),
  }),
  'check-answered': (file, { data: { check, result, codes, answer } }) =>
    withCheck(file, check, { result, codes, answer }),
  'answer-contradicted': (file, { data: { check, codes, answer } }) => ({
    ...withCheck(file, check, {
      result: 'unclear',
      codes: [...new Set([...(file.checks?.[check].codes ?? []), ...codes, 'contradicted'])],
      answer,
      judgement: null,
      judgedBy: null,
    }),
    status: 'verification',
    proposal: null,
  }),
  'late-answer-kept': () => ({}),
  'check-chased': (file, { data, effectiveAt }) =>
    withCheck(file, data.check, { asks: data.ask, lastAskedAt: effectiveAt }),
  'check-unanswered': (file, { data }) => withCheck(file, data.check, { result: 'no-answer' }),
  'agency-asked-again': (file, { data, effectiveAt }) => ({
    ...withCheck(file, data.check, {
      asks: data.ask,
      openedAt: effectiveAt,
      lastAskedAt: effectiveAt,
      result: null,
      codes: [],
      answer: null,
    }),
    status: 'verification',
  }),
  'finding-judged': (file, { data, actor }) =>
    withCheck(file, data.check, { judgement: data.judgement, judgedBy: actor.id }),
  'interview-scheduled': (_, { data }) => ({
    status: 'awaiting-interview',
    interview: { ...data, outcome: null },
  }),
  'interview-recorded': (file, { data }) => ({
    status: data.outcome === 'no-show' ? 'awaiting-schedule' : 'awaiting-proposal',
    interview: file.interview && { ...file.interview, outcome: data.outcome },
  }),
  'decision-proposed': (_, { data, actor, seq }) => ({
    status: 'awaiting-approval',
    proposal: { ...data, version: seq, proposedBy: actor.id },
  }),
  'decision-returned': () => ({ status: 'awaiting-proposal', proposal: null }),
  'decision-approved': (_, { data }) => ({
    reasons: data.reasons,
    ...(data.outcome === 'grant' && { status: 'granting' as const }),
  }),
  'certificate-issued': (_, { data }) => ({ status: 'granted', certificate: data }),
  'application-refused': (_, { data }) => ({ status: 'refused', reasons: data.reasons }),
  'application-withdrawn': () => ({ status: 'withdrawn' }),
  'turn-lapsed': () => ({ status: 'lapsed' }),
  'case-assigned': (_, { data }) => ({ assignee: data.assignee }),
  'clock-warned': (file, { effectiveAt }) => ({ clock: { ...file.clock, warnedAt: effectiveAt } }),
  'case-escalated': (file, { data, effectiveAt }) => ({
    escalation: { cause: data.cause, since: effectiveAt },
    escalated: [...file.escalated, data.cause],
  }),
};

function openChecks(at: string): Record<Check, CheckFile> {
  const open: CheckFile = {
    asks: 1,
    openedAt: at,
    lastAskedAt: at,
    result: null,
    codes: [],
    answer: null,
    judgement: null,
    judgedBy: null,
  };
  return Object.fromEntries(checks.map((check) => [check, open])) as Record<Check, CheckFile>;
}

function withCheck(file: CaseFile, check: Check, change: Partial<CheckFile>): Pick<CaseFile, 'checks'> {
  if (file.checks === null) throw new Error(`${check} before verification began`);
  return { checks: { ...file.checks, [check]: { ...file.checks[check], ...change } } };
}
