/** Everything a case is at a moment, as plain JSON: the fold of its events. */
import type { Check } from './agencies';
import type { CaseKind } from './case-kinds';
import type { Ledger, Outage } from './clock';
import type { Term } from './clock-reading';
import type {
  AnswerRef,
  ComplaintOutcome,
  ComplaintSubject,
  DecisionOutcome,
  DocumentKind,
  DocumentRef,
  EscalationCause,
  FindingResult,
  InterviewOutcome,
  Judgement,
  LanguageLevel,
  ObjectionKind,
  QuestionMark,
  Reason,
  Score,
  StopReason,
  TextRef,
  Turn,
  Vote,
} from './events';
import type { DeliveryChannel } from './delivery';
import type { LimitStarter } from './notices';
import type { PermitFile, ReopeningFile } from './permit-file';
import type { Region } from './regions';
import type { CaseStatus } from './statuses';

export interface TestAttempt {
  attempt: number;
  requestId: string;
  level: LanguageLevel;
  bookedAt: string;
  passed: boolean | null;
}

/** A certificate of the language that was shown instead of sitting a test; `confirmed` is null while the centre is asked. */
export interface PresentedCertificate {
  certificateId: string;
  requestId: string;
  confirmed: boolean | null;
}

export interface CheckFile {
  asks: number;
  openedAt: string;
  lastAskedAt: string;
  result: FindingResult | null;
  codes: string[];
  answer: AnswerRef | null;
  /** When the case was told of the answer; null while there is none. */
  answeredAt: string | null;
  judgement: Judgement | null;
  judgedBy: string | null;
}

export type Checks = Partial<Record<Check, CheckFile>>;

/** A document that was handed in, and what a person found of it; null while nobody has looked. */
export interface DocumentFile extends DocumentRef {
  judgement: Judgement | null;
  judgedBy: string | null;
}

/** `recused` have stepped back from the panel; `confirmed` is what the applicant said of the appointment. */
export interface InterviewFile {
  at: string;
  place: string;
  panel: string[];
  quorum: number;
  recused: string[];
  confirmed: boolean;
  outcome: InterviewOutcome | null;
  questions: QuestionMark[];
  votes: Vote[];
}

/** `version` is the seq of the proposal: whoever approves must name it. */
export interface ProposalFile {
  version: number;
  outcome: DecisionOutcome;
  reasons: Reason[];
  text: TextRef | null;
  proposedBy: string;
  /** Of an annulment alone: within what term from its hearing it is to be decided. */
  within?: Term;
}

/** The hearing before an unfavourable decision, from its notice on. */
export interface HearingFile {
  notifiedAt: string;
  objection: { kind: ObjectionKind; at: string } | null;
  heldAt: string | null;
  closed: boolean;
}

export interface ComplaintFile {
  seq: number;
  against: ComplaintSubject;
  filedAt: string;
  forwardedAt: string | null;
  outcome: ComplaintOutcome | null;
  decidedAt: string | null;
}

/** One ledger for each clock that the case has or had; the last of its kind. */
export interface Clocks {
  service: Ledger;
  verification: Ledger | null;
  turn: (Ledger & { turn: Turn }) | null;
  complaint: Ledger | null;
}

export interface CaseFile {
  caseId: string;
  kind: CaseKind;
  seq: number;
  region: Region;
  applicantId: string;
  personId: string;
  policyVersion: string;
  /** The version of the calendar of working days that counts for this case. */
  calendar: string;
  status: CaseStatus;
  statusSince: string;
  openedAt: string;
  /** The latest instant that its events speak of: facts are known up to here. */
  lastAt: string;
  /** When it was decided or otherwise came to an end that can still be complained of. */
  closedAt: string | null;
  /** Since when nothing can come any more. */
  overAt: string | null;
  assignee: string | null;
  /** Everybody of the office who has acted in the case or sat in its interview, where the record says who sat. */
  tookPart: string[];
  testAttempts: TestAttempt[];
  /** Of the attempts, how many a decision that was set aside has made void. */
  voidAttempts: number;
  /** What the testing centre never answered and was taken back, by request; absent while nothing was. */
  voided?: string[];
  barredUntil: string | null;
  presented: PresentedCertificate | null;
  form: { version: number; sha256: string; submittedAt: string } | null;
  documents: DocumentFile[];
  documentsRequested: DocumentKind[];
  /** Asked for and not handed in while there was time. */
  documentsMissing: DocumentKind[];
  score: Score | null;
  /** Of the agencies that this case has to ask; null before any was. */
  checks: Checks | null;
  permit: PermitFile | null;
  reopening: ReopeningFile | null;
  interview: InterviewFile | null;
  /** Who stepped back from a panel of this case: they sit on no later one. */
  steppedBack: string[];
  noShows: number;
  interviewChanges: number;
  proposal: ProposalFile | null;
  hearing: HearingFile | null;
  reasons: Reason[];
  certificate: { number: string; validFrom: string; validUntil: string; remindedAt: string | null } | null;
  complaint: ComplaintFile | null;
  clocks: Clocks;
  /** Outages of ours that touched the time for an objection or a complaint; absent while none is noted. */
  outages?: Outage[];
  officerStop: { reason: StopReason; since: string; by: string } | null;
  clockWarnedAt: string | null;
  deemedRefusedAt: string | null;
  escalation: { cause: EscalationCause; since: string } | null;
  /** Every escalation so far, and when a supervisor last cleared one. */
  escalated: EscalationCause[];
  escalationClearedAt: string | null;
  /** Where notices go beside the account: nowhere, or to an e-mail address that the case does not know. */
  notifyBy: DeliveryChannel;
  /** The latest notice of each event that starts a time limit, by its seq. */
  noticesToProve: Partial<Record<LimitStarter, number>>;
  /** When each notice was first proved to be delivered, by its seq. */
  noticesDelivered: Record<string, string>;
}
