/** What can happen with a complaint against what was decided, or was not decided in time. */
import type { TextRef } from '../evidence';

export const complaintSubjects = ['refusal', 'lapse', 'annulment', 'silence'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

export const complaintOutcomes = ['satisfied', 'rejected'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** Where a case goes on when the decision on it is set aside. */
export const returnStages = [
  'language-test',
  'form',
  'scoring',
  'verification',
  'interview',
  'decision',
] as const;
export type ReturnStage = (typeof returnStages)[number];

export interface ComplaintEvents {
  'complaint-filed': { against: ComplaintSubject; text: TextRef };
  'complaint-forwarded': Record<string, never>;
  'complaint-decided': { outcome: ComplaintOutcome; by: 'decision' | 'silence'; reason: TextRef | null };
  /**
   * `returnTo` null: the certificate that had been annulled stands again. `overtakes`: the seq of the proposal to reopen that
   * falls with the decision, so that what it is about is judged first; left out where none does. `keepsInterview`: one that was
   * passed stands, though the case goes back to a stage before it; left out where there is none, and in records that let it fall.
   * `keepsMissing`: the papers of a permit that never came are missing in verification too, since nobody compares them again; left
   * out where none are, and in records that forgot them.
   */
  'decision-set-aside': {
    returnTo: ReturnStage | null;
    overtakes?: number;
    keepsInterview?: true;
    keepsMissing?: true;
  };
}
