/** What each act says, as it enters a workflow: ids, codes and hashes only. */
import type { Actor } from './actor';
import type { Check } from './agencies';
import type { Outage } from './clock';
import type {
  ClaimOutcome,
  ComplaintOutcome,
  DocumentFinding,
  DocumentKind,
  DocumentRef,
  Judgement,
  ObjectionKind,
  QuestionMark,
  Reason,
  ReopeningOutcome,
  ReturnStage,
  StopReason,
  TextRef,
  Vote,
} from './events';
import type { ChangeKind } from './permit';
import type { PermitSubmission } from './events/form';
import type { UpdateVerb } from './verbs';

type Nothing = Record<string, never>;

export interface ActData {
  bookLanguageTest: Nothing;
  presentCertificate: { certificateId: string; sha256: string };
  submitForm: { version: number; sha256: string; documents: DocumentRef[]; permit?: PermitSubmission };
  provideDocuments: { documents: DocumentRef[] };
  confirmInterview: Nothing;
  requestInterviewChange: { reason: TextRef };
  objectToRefusal: { kind: ObjectionKind; text: TextRef | null };
  fileComplaint: { text: TextRef };
  withdrawApplication: { reason: TextRef | null };
  assignCase: { assignee: string };
  voidAttempt: { reason: TextRef };
  judgeFinding: { check: Check; judgement: Judgement; reason: TextRef };
  judgeDocuments: { findings: DocumentFinding[]; reason: TextRef };
  requestDocuments: { kinds: DocumentKind[]; reason: TextRef };
  askAgencyAgain: { check: Check; reason: TextRef };
  scheduleInterview: { at: string; place: string; panel: string[] };
  recuseFromInterview: { reason: TextRef };
  /** The outcome of an interview that was held is the vote's; only a no-show is stated. */
  recordInterview: {
    attended: boolean;
    questions: QuestionMark[];
    votes: Vote[];
    remarks: TextRef;
  };
  proposeDecision: { outcome: 'grant' | 'refuse'; reasons: Reason[]; text: TextRef };
  /** `version`: of the service's own proposal that is confirmed; null where the officer decides with reasons. */
  decideApplication: {
    outcome: 'grant' | 'refuse';
    version: number | null;
    reasons: Reason[];
    text: TextRef | null;
  };
  recordHearing: { protocol: TextRef };
  approveDecision: { version: number };
  /** `judgeAnew`: whose judgement falls with the proposal, so that somebody judges them again. */
  returnDecision: { version: number; reason: TextRef; judgeAnew?: Check[] };
  proposeAnnulment: { reasons: Reason[]; text: TextRef };
  reportChange: { change: ChangeKind; on: string; text: TextRef | null };
  /** `claim`: the seq of what was read. */
  decideChange: { claim: number; outcome: ClaimOutcome; reason: TextRef };
  supportReopening: { reason: TextRef };
  decideReopening: { outcome: ReopeningOutcome; reason: TextRef };
  satisfyComplaint: { returnTo: ReturnStage | null; reason: TextRef };
  decideComplaint: { outcome: ComplaintOutcome; returnTo: ReturnStage | null; reason: TextRef };
  stopClock: { reason: StopReason; text: TextRef };
  resumeClock: { text: TextRef };
  extendClock: { days: number; text: TextRef };
  adoptCalendar: { calendar: string };
}

/** An act as the register stamped it: `intake` is its number and the update's id; `outages` are those it knows of. */
export interface Act<V extends UpdateVerb = UpdateVerb> {
  intake: string;
  effectiveAt: string;
  actor: Actor;
  outages: Outage[];
  data: ActData[V];
}

/** The workflow's yes: the record up to and with `seq` is committed, and the case stands at `status`. */
export interface ActReceipt {
  seq: number;
  status: string;
}
