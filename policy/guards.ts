/** What beyond status and role must hold for an act: one row per verb. */
import type { ActData } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import { agencyBehind } from '../domain/evidence';
import type { ProblemCode } from '../domain/problems';
import type { UpdateVerb } from '../domain/verbs';
import { whyNotExtend, whyNotStop } from './extension';
import type { Guard } from './guard';
import { calendarGuard } from './guards/calendar';
import { complaintGuards } from './guards/complaint';
import { interviewGuards } from './guards/interview';
import { decisionGuards } from './guards/decision';
import { permitGuards } from './guards/permit';
import { testAnswerDueAt } from './language-test';
import { mayBeAskedFor } from './may-be-asked';
import { isForPersonAlone } from './new-papers';
import { policyOf } from './policies';

const free = () => undefined;

export const guards: { [V in UpdateVerb]: Guard<V> } = {
  ...interviewGuards,
  ...decisionGuards,
  ...complaintGuards,
  ...permitGuards,
  bookLanguageTest: ({ barredUntil }, { effectiveAt }) =>
    barredUntil !== null && effectiveAt < barredUntil ? 'retake-barred' : undefined,
  presentCertificate: free,
  /** Before then a further attempt would go to whoever does not like to wait. */
  voidAttempt: (file, { effectiveAt }) =>
    effectiveAt < testAnswerDueAt(file) ? 'answer-still-due' : undefined,
  /** Of a permit, what is missing is asked for in one list once it is filed. */
  submitForm: ({ kind }, { data: { documents } }) =>
    kind === 'permanent-residence' && documents.length === 0 ? 'document-missing' : undefined,
  provideDocuments: ({ documentsRequested }, { data: { documents } }) =>
    documentsRequested.every((kind) => documents.some((document) => document.kind === kind))
      ? undefined
      : 'document-missing',
  withdrawApplication: free,
  assignCase: ({ applicantId }, { data }) => (data.assignee === applicantId ? 'own-case' : undefined),
  judgeFinding: (file, { data }) => openFinding(file, data) ?? gateOf(file, data),
  judgeDocuments: (file, { data: { findings } }) => {
    const ids = new Set(findings.map(({ documentId }) => documentId));
    const open =
      ids.size === findings.length && ids.size > 0 && [...ids].every((id) => isToBeJudged(file, id));
    return open ? undefined : 'nothing-to-judge';
  },
  requestDocuments: (file, { data: { kinds } }) => {
    if (kinds.length === 0) return 'no-document-named';
    return kinds.every((kind) => mayBeAskedFor(file, kind)) ? undefined : 'document-not-of-case';
  },
  askAgencyAgain: (file, { data }) =>
    openFinding(file, data) ??
    (isForPersonAlone(file.checks?.[data.check]) ? 'paper-not-in-form' : undefined),
  stopClock: (file, { effectiveAt }) => whyNotStop(file, effectiveAt),
  resumeClock: free,
  extendClock: (file, { data, effectiveAt }) => whyNotExtend(file, data.days, effectiveAt),
  adoptCalendar: calendarGuard,
};

function openFinding(file: CaseFile, data: ActData['askAgencyAgain']): ProblemCode | undefined {
  const check = file.checks?.[data.check];
  const open = check && check.result !== null && check.result !== 'clear' && check.judgement === null;
  return open ? undefined : 'nothing-to-judge';
}

function isToBeJudged({ documents }: CaseFile, documentId: string): boolean {
  const document = documents.find((candidate) => candidate.documentId === documentId);
  return document !== undefined && document.judgement === null && !agencyBehind[document.kind];
}

/** Nobody can put his own judgement in the place of an agreement that the law asks for. */
function gateOf(file: CaseFile, { check, judgement }: ActData['judgeFinding']): ProblemCode | undefined {
  const isGate = policyOf(file.policyVersion).hardGates.value.includes(check);
  return isGate && judgement === 'clear' ? 'agreement-missing' : undefined;
}
