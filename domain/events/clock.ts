/** What can happen to the clocks of a case. */
import type { TextRef } from '../evidence';
import type { StopEffect } from '../clock';

export const escalationCauses = [
  'service-clock',
  'verification-overdue',
  'test-result-overdue',
  'hearing-overdue',
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

export interface ClockEvents {
  'clock-stopped': { reason: StopReason; effect: StopEffect; text: TextRef };
  'clock-resumed': { text: TextRef };
  /** Without a text when the rule extends: its reason is the policy's own. */
  'clock-extended': { days: number; text: TextRef | null };
  /**
   * The end of the service's term; while that clock stands, of the turn or the complaint that the case waits for; once it
   * is decided, of the time for a complaint.
   */
  'calendar-adopted': { calendar: string; before: string; dueBefore: string | null; dueAfter: string | null };
  'outage-noted': { from: string; to: string };
  'clock-warned': { dueAt: string };
  'deemed-refused': { dueAt: string };
  'case-escalated': { cause: EscalationCause; dueAt: string };
}
