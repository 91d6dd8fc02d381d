/** Notices of the application and the proof of language. */
import type { CaseFile } from '../../domain/case-file';
import type { EventData } from '../../domain/events';
import { countedAttempts } from '../../domain/language-attempts';
import { lawDate } from '../../domain/law-day';
import type { NoticeRows } from '../notice-rows';
import { permanentPolicyOf } from '../policies';
import { turnDueOn } from './last-days';

type Result = EventData['language-test-result-received'];

export const testNotices: NoticeRows<
  | 'application-opened'
  | 'language-test-booked'
  | 'language-test-result-received'
  | 'attempt-voided'
  | 'certificate-presented'
  | 'certificate-confirmed'
  | 'certificate-not-confirmed'
> = {
  'application-opened': {
    due: null,
    notice: ({ file, event: { effectiveAt } }) =>
      file.kind === 'temporary-permit'
        ? null
        : {
            kind: 'application-registered',
            facts: { region: file.region, bookBy: turnDueOn(file, effectiveAt) },
          },
  },
  'language-test-booked': null,
  'language-test-result-received': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => {
      const { passed, barredUntil, level } = data;
      if (passed) {
        const fillBy = turnDueOn(file, effectiveAt);
        return { kind: 'form-open', facts: { proof: 'test', level, fillBy } };
      }
      const facts = { ...sittingOf(data), ...retakeOf(file, effectiveAt) };
      if (barredUntil === null) return { kind: 'test-result', facts };
      return { kind: 'test-barred', facts: { ...facts, bookFrom: lawDate(barredUntil) } };
    },
  },
  'attempt-voided': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => {
      const { attempt = null } = file.testAttempts.find((sat) => sat.requestId === data.requestId) ?? {};
      return { kind: 'attempt-voided', facts: { attempt, ...retakeOf(file, effectiveAt) } };
    },
  },
  'certificate-presented': null,
  'certificate-confirmed': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'form-open',
      facts: { proof: 'certificate', level: data.level, fillBy: turnDueOn(file, effectiveAt) },
    }),
  },
  'certificate-not-confirmed': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'certificate-answer',
      facts: { fault: data.fault, bookBy: turnDueOn(file, effectiveAt) },
    }),
  },
};

function sittingOf({ attempt, level, blocks }: Result) {
  return {
    attempt,
    level,
    blocks: blocks.map(({ block, items, correct, requiredPercent }) => ({
      block,
      items,
      correct,
      requiredPercent,
    })),
  };
}

function retakeOf(file: CaseFile, at: string) {
  const { attempts } = permanentPolicyOf(file.policyVersion).language;
  const attemptsLeft = Math.max(0, attempts.value - countedAttempts(file).length);
  return { attemptsLeft, bookBy: attemptsLeft === 0 ? null : turnDueOn(file, at) };
}
