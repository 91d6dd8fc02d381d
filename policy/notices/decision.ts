/** Notices of proposals, decisions, complaints and what becomes of a certificate. */
import type { Reason } from '../../domain/events';
import { endOf } from '../clocks';
import type { NoticeRows, Told } from '../notice-rows';
import { policyOf } from '../policies';
import { dueOn, lastDayBefore, remedyOf } from './last-days';
import { permitEnds } from './permit';
import { appointmentCancelled } from './procedure';

type DecisionEvent =
  | 'decision-proposed'
  | 'decision-returned'
  | 'answer-contradicted'
  | 'certificate-issued'
  | 'application-refused'
  | 'application-withdrawn'
  | 'permit-annulled'
  | 'complaint-filed'
  | 'complaint-forwarded'
  | 'complaint-decided'
  | 'decision-set-aside'
  | 'expiry-reminded'
  | 'certificate-expired';

export const decisionNotices: NoticeRows<DecisionEvent> = {
  /** APPK art. 73: what is favourable is not announced before it is decided. */
  'decision-proposed': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => {
      const { outcome, hearing, reasons } = data;
      if (!hearing || outcome === 'grant') return null;
      const { objection, notice } = policyOf(file.policyVersion).hearing;
      return {
        kind: 'refusal-proposed',
        facts: {
          outcome,
          reasons: groundsOf(reasons),
          objectDays: objection.value.days,
          objectBy: lastDayBefore(endOf(objection.value, effectiveAt, file.calendar)),
          decidedAfter: lastDayBefore(endOf(notice.value, effectiveAt, file.calendar)),
        },
      };
    },
  },
  'decision-returned': { due: null, notice: (told) => hearingCancelled(told, 'returned') },
  'answer-contradicted': {
    due: null,
    notice: (told) => hearingCancelled(told, 'answer') ?? appointmentCancelled(told, 'answer'),
  },
  'certificate-issued': {
    due: null,
    notice: ({ event: { data } }) => ({ kind: 'decision', facts: { outcome: 'granted', ...data } }),
  },
  'application-refused': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'decision',
      facts: {
        outcome: 'refused',
        by: data.by,
        reasons: groundsOf(data.reasons),
        ...remedyOf(file, effectiveAt),
      },
    }),
  },
  /** APPK art. 70: a termination without a decision on the merits. */
  'application-withdrawn': {
    due: 'termination',
    notice: () => ({ kind: 'withdrawn', facts: {} }),
  },
  'permit-annulled': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'annulled',
      facts: { reasons: groundsOf(data.reasons), ...remedyOf(file, effectiveAt) },
    }),
  },
  'complaint-filed': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'complaint-registered',
      facts: { against: data.against, decideBy: dueOn(file, 'complaint', effectiveAt) },
    }),
  },
  'complaint-forwarded': {
    due: null,
    notice: ({ file, event: { effectiveAt } }) => ({
      kind: 'complaint-forwarded',
      facts: { decideBy: dueOn(file, 'complaint', effectiveAt) },
    }),
  },
  'complaint-decided': {
    due: null,
    notice: ({ event: { data } }) => ({
      kind: 'complaint-decided',
      facts: { outcome: data.outcome, by: data.by },
    }),
  },
  'decision-set-aside': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'decision-set-aside',
      facts: {
        returnTo: data.returnTo,
        dueOn: dueOn(file, 'service', effectiveAt),
        ...(data.keepsInterview && { interview: 'stands' as const }),
      },
    }),
  },
  'expiry-reminded': {
    due: null,
    notice: ({ file, event: { data } }) =>
      permitEnds(file) ?? {
        kind: 'expiry-reminder',
        facts: { validUntil: data.validUntil },
      },
  },
  'certificate-expired': {
    due: null,
    notice: ({ file: { certificate }, event: { data } }) =>
      certificate !== null && data.validUntil < certificate.validFrom
        ? null
        : { kind: 'expired', facts: { validUntil: data.validUntil } },
  },
};

/** Who was told of a preliminary decision is told that it fell, heard or not; before the newest policies nobody was. */
function hearingCancelled(
  { before, file }: Told<'decision-returned' | 'answer-contradicted'>,
  because: 'returned' | 'answer',
) {
  const { cancellationTold } = policyOf(file.policyVersion).hearing;
  const outcome = before?.proposal?.outcome ?? 'grant';
  const fell = before !== null && before.hearing !== null && file.hearing === null;
  if (!fell || outcome === 'grant' || !cancellationTold.value) return null;
  return { kind: 'hearing-cancelled' as const, facts: { outcome, because } };
}

/** What in the case shows a ground stays in the case. */
function groundsOf(reasons: readonly Reason[]) {
  return reasons.map(({ ground, article }) => ({ ground, article }));
}
