/** What can happen while the agencies are asked. */
import type { AgencyName, Check } from '../agencies';
import type { AnswerRef, FindingResult, Judgement, TextRef } from '../evidence';

interface Answer {
  check: Check;
  requestId: string;
  result: Exclude<FindingResult, 'no-answer'>;
  codes: string[];
  answer: AnswerRef;
}

export interface VerificationEvents {
  'check-answered': Answer;
  /** `appointmentFalls`: an interview that was called and not held is called anew; left out where none falls. */
  'answer-contradicted': Answer & { appointmentFalls?: true };
  /** A rule makes the question needless: the codes say which. */
  'check-not-due': { check: Check; codes: string[] };
  'late-answer-kept': { agency: AgencyName; requestId: string; answer: AnswerRef };
  'check-chased': { check: Check; ask: number };
  'check-unanswered': { check: Check };
  'agency-asked-again': { check: Check; ask: number; reason: TextRef };
  /** An answer that may no longer be relied on when the decision comes: the agency is asked again. */
  'answer-expired': { check: Check; ask: number };
  'finding-judged': { check: Check; judgement: Judgement; reason: TextRef };
}
