/** What the decision, and what becomes of it, changes in a case file. */
import type { CaseFile } from '../case-file';
import type { DecisionEvents } from '../events/decision';
import { endLedger, openLedger } from '../ledger';
import type { Folds } from './fold';
import { toBeJudged } from './verification';

export const decisionFolds: Folds<keyof DecisionEvents> = {
  'decision-proposed': ({ kind }, { data, actor, seq, effectiveAt }) => {
    const { outcome, reasons, text, hearing, within } = data;
    const alone = kind === 'temporary-permit' && outcome !== 'annul';
    return {
      status: hearing ? 'awaiting-hearing' : alone ? 'awaiting-decision' : 'awaiting-approval',
      proposal: { outcome, reasons, text, version: seq, proposedBy: actor.id, ...(within && { within }) },
      hearing: hearing ? { notifiedAt: effectiveAt, objection: null, heldAt: null, closed: false } : null,
    };
  },
  'objection-received': ({ hearing }, { data: { kind }, effectiveAt }) => ({
    hearing: hearing && { ...hearing, objection: { kind, at: effectiveAt } },
  }),
  'hearing-recorded': ({ hearing }, { effectiveAt }) => ({
    hearing: hearing && { ...hearing, heldAt: effectiveAt },
  }),
  'hearing-closed': ({ hearing }) => ({
    status: 'awaiting-approval',
    hearing: hearing && { ...hearing, closed: true },
  }),
  'decision-returned': ({ proposal, checks }, { data: { judgeAnew } }) => ({
    status: proposal?.outcome === 'annul' ? 'granted' : 'awaiting-proposal',
    ...(judgeAnew && { status: 'verification' as const, checks: toBeJudged(checks, judgeAnew) }),
    proposal: null,
    hearing: null,
  }),
  'decision-approved': (_, { data }) => ({
    reasons: data.reasons,
    ...(data.outcome === 'grant' && { status: 'granting' as const }),
  }),
  'certificate-issued': (_, { data }) => ({
    status: 'granted',
    certificate: { ...data, remindedAt: null },
  }),
  'application-refused': (_, { data }) => ({ status: 'refused', reasons: data.reasons }),
  'application-withdrawn': ({ clocks }, { effectiveAt }) => ({
    status: 'withdrawn',
    overAt: effectiveAt,
    clocks: { ...clocks, complaint: clocks.complaint && endLedger(clocks.complaint, effectiveAt) },
  }),
  'permit-annulled': (_, { data }) => ({ status: 'annulled', reasons: data.reasons }),
  'expiry-reminded': ({ certificate }, { effectiveAt }) => ({
    certificate: certificate && { ...certificate, remindedAt: effectiveAt },
  }),
  'certificate-expired': (_, { effectiveAt }) => ({ status: 'expired', overAt: effectiveAt }),
  'case-closed': (_, { effectiveAt }) => ({ overAt: effectiveAt }),
  'case-assigned': (_, { data }) => ({ assignee: data.assignee }),
};

/** A decision that falls leaves nothing behind but what was found, and the state begins on a new clock. */
export function withoutDecision({ clocks, permit }: CaseFile, at: string): Partial<CaseFile> {
  return {
    proposal: null,
    hearing: null,
    reasons: [],
    permit: permit && { ...permit, place: null },
    clocks: { ...clocks, service: openLedger(at), verification: null },
    clockWarnedAt: null,
    deemedRefusedAt: null,
    escalated: [],
  };
}
