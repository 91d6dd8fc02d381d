/** What each act says, as it enters a workflow: ids, codes and hashes only. */
import type { Actor } from './actor';
import type { Check } from './agencies';
import type { DecisionOutcome, DocumentRef, InterviewOutcome, Judgement, Reason, TextRef } from './events';
import type { UpdateVerb } from './verbs';

export interface ActData {
  bookLanguageTest: Record<string, never>;
  submitForm: { version: number; sha256: string; documents: DocumentRef[] };
  withdrawApplication: { reason: TextRef | null };
  assignCase: { assignee: string };
  judgeFinding: { check: Check; judgement: Judgement; reason: TextRef };
  askAgencyAgain: { check: Check; reason: TextRef };
  scheduleInterview: { at: string; place: string };
  recordInterview: { outcome: InterviewOutcome; remarks: TextRef };
  proposeDecision: { outcome: DecisionOutcome; reasons: Reason[]; text: TextRef };
  approveDecision: { version: number };
  returnDecision: { version: number; reason: TextRef };
}

/** An act as the register stamped it: `intake` is its number and the update's id. */
export interface Act<V extends UpdateVerb = UpdateVerb> {
  intake: string;
  effectiveAt: string;
  actor: Actor;
  data: ActData[V];
}

/** The workflow's yes: the record up to and with `seq` is committed, and the case stands at `status`. */
export interface ActReceipt {
  seq: number;
  status: string;
}
