/** What can happen from the proposal to the decision, and to the decision later. */
import type { Check } from '../agencies';
import type { Term } from '../clock-reading';
import type { Reason, TextRef } from '../evidence';
import type { PermitTerm } from '../permit';

export const decisionOutcomes = ['grant', 'refuse', 'annul'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** How an applicant answers the notice of an unfavourable decision. */
export const objectionKinds = ['objection', 'oral-hearing', 'waiver'] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

export const hearingEnds = ['time', 'waiver', 'hearing'] as const;
export type HearingEnd = (typeof hearingEnds)[number];

export interface DecisionEvents {
  /** `hearing`: whether the applicant is notified and heard before anybody approves. */
  'decision-proposed': {
    outcome: DecisionOutcome;
    reasons: Reason[];
    /** Null where the rule proposes: then nothing stands against a grant. */
    text: TextRef | null;
    hearing: boolean;
    /** How long a permit would last, decided on the day of the proposal. */
    term?: PermitTerm;
    /** Within what term from its hearing an annulment is to be decided. Older records do not say it. */
    within?: Term;
  };
  'objection-received': { kind: ObjectionKind; text: TextRef | null };
  'hearing-recorded': { protocol: TextRef };
  'hearing-closed': { by: HearingEnd };
  /** `judgeAnew`: whose judgement fell with the proposal. Older records do not say it. */
  'decision-returned': { reason: TextRef; judgeAnew?: Check[] };
  /** `text`: what an officer who decides alone wrote of it. */
  'decision-approved': { outcome: DecisionOutcome; reasons: Reason[]; text?: TextRef };
  'certificate-issued': { number: string; validFrom: string; validUntil: string };
  'application-refused': { by: 'rule' | 'decision'; reasons: Reason[] };
  'application-withdrawn': { reason: TextRef | null };
  'permit-annulled': { reasons: Reason[] };
  'expiry-reminded': { validUntil: string };
  'certificate-expired': { validUntil: string };
  'case-closed': Record<string, never>;
  'case-assigned': { assignee: string };
}
