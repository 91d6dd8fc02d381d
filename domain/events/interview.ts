/** What can happen around the interview. */
import type { TextRef } from '../evidence';

export const interviewOutcomes = ['passed', 'failed', 'no-show'] as const;
export type InterviewOutcome = (typeof interviewOutcomes)[number];

export const votes = ['for', 'against'] as const;
export interface Vote {
  member: string;
  vote: (typeof votes)[number];
}

/** One question put to the applicant: its code, what the answer earned, and the panel's remark. */
export interface QuestionMark {
  question: string;
  points: number;
  max: number;
  remark: TextRef;
}

export interface InterviewEvents {
  'interview-scheduled': { at: string; place: string; panel: string[]; quorum: number };
  'interview-confirmed': Record<string, never>;
  'interview-change-requested': { reason: TextRef };
  'panel-member-recused': { member: string; reason: TextRef };
  'interview-recorded': {
    outcome: InterviewOutcome;
    /** Whether no further appointment follows. */
    final: boolean;
    questions: QuestionMark[];
    votes: Vote[];
    /** Who sat: the panel without those who stepped back. Older records do not say it. */
    panel?: string[];
    remarks: TextRef;
  };
}
