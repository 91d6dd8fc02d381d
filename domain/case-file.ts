/** Everything a case is at a moment, as plain JSON: the fold of its events. */
import type { Check } from './agencies';
import type {
  AnswerRef,
  DecisionOutcome,
  DocumentRef,
  EscalationCause,
  FindingResult,
  InterviewOutcome,
  Judgement,
  LanguageLevel,
  Reason,
  Score,
  TextRef,
} from './events';
import type { Region } from './regions';
import type { CaseStatus } from './statuses';

/** A stretch of the service clock; `to` is null while it lasts. `basis` is the status that began it. */
export interface ClockSegment {
  kind: 'running' | 'stopped';
  from: string;
  to: string | null;
  basis: CaseStatus;
}

export interface TestAttempt {
  attempt: number;
  requestId: string;
  level: LanguageLevel;
  bookedAt: string;
  passed: boolean | null;
}

export interface CheckFile {
  asks: number;
  openedAt: string;
  lastAskedAt: string;
  result: FindingResult | null;
  codes: string[];
  answer: AnswerRef | null;
  judgement: Judgement | null;
  judgedBy: string | null;
}

export interface InterviewFile {
  at: string;
  place: string;
  outcome: InterviewOutcome | null;
}

/** `version` is the seq of the proposal: whoever approves must name it. */
export interface ProposalFile {
  version: number;
  outcome: DecisionOutcome;
  reasons: Reason[];
  text: TextRef;
  proposedBy: string;
}

export interface CaseFile {
  caseId: string;
  seq: number;
  region: Region;
  applicantId: string;
  personId: string;
  policyVersion: string;
  status: CaseStatus;
  statusSince: string;
  openedAt: string;
  closedAt: string | null;
  assignee: string | null;
  testAttempts: TestAttempt[];
  form: { version: number; sha256: string; submittedAt: string; documents: DocumentRef[] } | null;
  score: Score | null;
  checks: Record<Check, CheckFile> | null;
  interview: InterviewFile | null;
  proposal: ProposalFile | null;
  reasons: Reason[];
  certificate: { number: string; validFrom: string; validUntil: string } | null;
  clock: { segments: ClockSegment[]; warnedAt: string | null };
  escalation: { cause: EscalationCause; since: string } | null;
  /** Every escalation so far, and when a supervisor last cleared one. */
  escalated: EscalationCause[];
  escalationClearedAt: string | null;
}
