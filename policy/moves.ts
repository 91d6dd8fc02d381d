/** Who may do what, when: the table that every page, route and workflow asks. */
import type { ActData } from '../domain/acts';
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { ProblemCode } from '../domain/problems';
import { filers, isOfficer, type Role } from '../domain/roles';
import { caseStatuses, isClosed, openStatuses, type CaseStatus } from '../domain/statuses';
import { claimToDecide } from '../domain/waiting';
import type { OpeningVerb, UpdateVerb, Verb } from '../domain/verbs';
import { canBeComplainedOf, isComplaintOpen } from './complaint';
import { guards } from './guards';

/** `when`: what of the case beside its status must hold. */
type Move = { from: readonly CaseStatus[]; by: readonly Role[]; when?: (file: CaseFile) => boolean };
type CaseVerb = Exclude<Verb, OpeningVerb>;

const beforeDecision = openStatuses.filter((status) => status !== 'granting');
const inVerification = ['verification', 'awaiting-judgement'] as const;
const decided = ['granted', 'refused'] as const;
const clockCounts = ({ clocks }: CaseFile) => clocks.service.endedAt === null;

export const moves = {
  bookLanguageTest: { from: ['awaiting-test-booking'], by: ['applicant'] },
  presentCertificate: { from: ['awaiting-test-booking'], by: ['applicant'] },
  saveForm: { from: ['awaiting-form'], by: filers },
  uploadDocument: { from: ['awaiting-form', 'awaiting-documents'], by: filers },
  submitForm: { from: ['awaiting-form'], by: filers },
  provideDocuments: { from: ['awaiting-documents'], by: filers },
  confirmInterview: {
    from: ['awaiting-interview'],
    by: ['applicant'],
    when: ({ interview }) => interview?.confirmed === false,
  },
  requestInterviewChange: { from: ['awaiting-interview'], by: ['applicant'] },
  objectToRefusal: {
    from: ['awaiting-hearing'],
    by: filers,
    when: ({ hearing }) => hearing?.objection === null,
  },
  fileComplaint: { from: caseStatuses, by: filers, when: canBeComplainedOf },
  withdrawApplication: {
    from: beforeDecision,
    by: filers,
    when: ({ proposal }) => proposal?.outcome !== 'annul',
  },
  assignCase: { from: openStatuses, by: ['caseworker', 'supervisor'] },
  voidAttempt: { from: ['awaiting-test-result', 'awaiting-certificate-check'], by: ['supervisor'] },
  judgeFinding: { from: inVerification, by: ['caseworker'] },
  judgeDocuments: { from: inVerification, by: ['caseworker'] },
  requestDocuments: {
    from: [...inVerification, 'awaiting-proposal', 'awaiting-decision'],
    by: ['caseworker'],
    when: ({ form }) => form !== null,
  },
  askAgencyAgain: { from: inVerification, by: ['caseworker'] },
  scheduleInterview: {
    from: ['awaiting-schedule', 'awaiting-interview', 'awaiting-proposal'],
    by: ['caseworker'],
    when: ({ status, interview }) => status !== 'awaiting-proposal' || interview?.outcome === 'no-show',
  },
  recuseFromInterview: { from: ['awaiting-interview'], by: ['caseworker', 'supervisor'] },
  recordInterview: { from: ['awaiting-interview'], by: ['caseworker'] },
  proposeDecision: { from: ['awaiting-proposal'], by: ['caseworker'] },
  decideApplication: { from: ['awaiting-decision'], by: ['caseworker'] },
  recordHearing: {
    from: ['awaiting-hearing'],
    by: ['caseworker'],
    when: ({ hearing }) => hearing?.objection?.kind === 'oral-hearing' && hearing.heldAt === null,
  },
  approveDecision: { from: ['awaiting-approval'], by: ['supervisor'] },
  returnDecision: { from: ['awaiting-hearing', 'awaiting-approval'], by: ['supervisor'] },
  proposeAnnulment: { from: ['granted'], by: ['caseworker'] },
  reportChange: {
    from: ['granted'],
    by: [...filers, 'caseworker'],
    when: ({ kind, certificate }) => kind === 'temporary-permit' && certificate !== null,
  },
  decideChange: {
    from: ['granted'],
    by: ['caseworker', 'supervisor'],
    when: (file) => claimToDecide(file) !== null,
  },
  supportReopening: {
    from: decided,
    by: ['caseworker'],
    when: ({ reopening }) => reopening?.outcome === null && reopening.supportedBy === null,
  },
  /** Not while a complaint waits: set aside after the reopening, the old decision would take the new one with it. */
  decideReopening: {
    from: decided,
    by: ['supervisor'],
    when: (file) =>
      file.reopening?.outcome === null && file.reopening.supportedBy !== null && !isComplaintOpen(file),
  },
  satisfyComplaint: {
    from: caseStatuses,
    by: ['supervisor'],
    when: (file) => isComplaintOpen(file) && file.complaint?.forwardedAt === null,
  },
  /** APPK arts. 91-92: by the body that it was forwarded to, with the file; until then it can be satisfied. */
  decideComplaint: {
    from: caseStatuses,
    by: ['supervisor'],
    when: (file) => isComplaintOpen(file) && file.complaint?.forwardedAt !== null,
  },
  stopClock: {
    from: beforeDecision,
    by: ['caseworker'],
    when: (file) => clockCounts(file) && file.officerStop === null,
  },
  resumeClock: {
    from: openStatuses,
    by: ['caseworker', 'supervisor'],
    when: ({ officerStop }) => officerStop !== null,
  },
  extendClock: { from: beforeDecision, by: ['supervisor'], when: clockCounts },
  adoptCalendar: { from: caseStatuses, by: ['operator'] },
} as const satisfies Record<CaseVerb, Move>;

/** Why a person may not do this in this status; undefined when he may. Knows nothing of the act's content. */
export function whyNotNow(verb: CaseVerb, file: CaseFile, actor: Actor): ProblemCode | undefined {
  return whyNotHim(verb, file, actor) ?? whyNotHere(verb, file);
}

/** Why this act may not be done; undefined when it may. Pure: the workflow's validator asks it. */
export function whyNot<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  act: { actor: Actor; data: ActData[V]; effectiveAt: string },
): ProblemCode | undefined {
  return whyNotHim(verb, file, act.actor) ?? whyNoLonger(verb, file, act);
}

/**
 * Why an act that the validator let pass may not be done after something was looked up for it: what can have changed
 * meanwhile. Who acts cannot, and a history is replayed through this alone: it asks nothing that the act's day did not.
 */
export function whyNoLonger<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  act: { actor: Actor; data: ActData[V]; effectiveAt: string },
): ProblemCode | undefined {
  return whyNotHere(verb, file) ?? guards[verb](file, act);
}

function whyNotHim(verb: CaseVerb, file: CaseFile, actor: Actor): ProblemCode | undefined {
  const { by }: Move = moves[verb];
  if (!by.some((role) => role === actor.role)) return 'not-permitted';
  if (isForeign(file, actor)) return 'not-found';
  return isOwnOfOfficer(file, actor) ? 'own-case' : undefined;
}

function whyNotHere(verb: CaseVerb, file: CaseFile): ProblemCode | undefined {
  const move: Move = moves[verb];
  if (file.overAt !== null) return 'case-over';
  if (!move.from.includes(file.status)) return isClosed(file.status) ? 'case-over' : 'act-out-of-order';
  return move.when === undefined || move.when(file) ? undefined : 'act-out-of-order';
}

/** That an employer's person is its delegate was asked where the act was stamped. */
function isForeign({ applicantId, permit }: CaseFile, { id, role }: Actor): boolean {
  if (role === 'employer') return permit === null || permit.employerId === null;
  return role === 'applicant' && id !== applicantId;
}

/** Nobody decides his own case. That an officer is no delegate of its account was asked where the act was stamped. */
function isOwnOfOfficer({ applicantId }: CaseFile, { id, role }: Actor): boolean {
  return isOfficer(role) && id === applicantId;
}

/** What this person can do with the case now. */
export function movesOf(file: CaseFile, actor: Actor): CaseVerb[] {
  return (Object.keys(moves) as CaseVerb[]).filter((verb) => whyNotNow(verb, file, actor) === undefined);
}
