/** What can happen to the clocks of a case. */
import type { TextRef } from '../evidence';
import type { StopEffect } from '../clock';

export const escalationCauses = [
  'service-clock',
  'verification-overdue',
  'test-result-overdue',
  'hearing-overdue',
  'annulment-overdue',
  'change-undecided',
] as const;
export type EscalationCause = (typeof escalationCauses)[number];

/** Why an officer may stop a clock. */
export const stopReasons = [
  'expert-opinion',
  'court-proceedings',
  'foreign-inquiry',
  'preliminary-question',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** In which the applicant acts beside his turns: against a proposal that he was told of, and against an act. */
export type ProcedureTerm = 'objection' | 'complaint';

/** Whose ends another calendar can move. */
export const movableTerms = [
  'service',
  'verification',
  'turn',
  'objection',
  'hearing-notice',
  'oral-hearing',
  'annulment',
  'change',
  'complaint',
  'complaint-forwarding',
  'complaint-filing',
] as const;
export type MovableTerm = (typeof movableTerms)[number];

/** Instants at which the last day is over, by the calendar that counted and by the one that counts now. */
export interface MovedEnd {
  term: MovableTerm;
  before: string;
  after: string;
}

export interface ClockEvents {
  'clock-stopped': { reason: StopReason; effect: StopEffect; text: TextRef };
  'clock-resumed': { text: TextRef };
  /** Without a text when the rule extends: its reason is the policy's own. */
  'clock-extended': { days: number; text: TextRef | null };
  /**
   * The end of the service's term; while that clock stands, of the turn or the complaint that the case waits for; once it
   * is decided, of the time for a complaint. `moved`: every end that moved; absent where none did, and in records that did
   * not tell it yet.
   */
  'calendar-adopted': {
    calendar: string;
    before: string;
    dueBefore: string | null;
    dueAfter: string | null;
    moved?: MovedEnd[];
  };
  /** `terms`: those of procedure that it touched; absent where it touched a turn. */
  'outage-noted': { from: string; to: string; terms?: ProcedureTerm[] };
  'clock-warned': { dueAt: string };
  'deemed-refused': { dueAt: string };
  'case-escalated': { cause: EscalationCause; dueAt: string };
}
