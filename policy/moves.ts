/** Who may do what, when: the table that every page, route and workflow asks. */
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { ProblemCode } from '../domain/problems';
import type { Role } from '../domain/roles';
import { isClosed, openStatuses, type CaseStatus } from '../domain/statuses';
import type { UpdateVerb, Verb } from '../domain/verbs';
import type { ActData } from '../domain/acts';
import { guards } from './guards';

type Move = { from: readonly CaseStatus[]; by: readonly Role[] };
type CaseVerb = Exclude<Verb, 'openApplication'>;

export const moves = {
  bookLanguageTest: { from: ['awaiting-test-booking'], by: ['applicant'] },
  saveForm: { from: ['awaiting-form'], by: ['applicant'] },
  uploadDocument: { from: ['awaiting-form'], by: ['applicant'] },
  submitForm: { from: ['awaiting-form'], by: ['applicant'] },
  withdrawApplication: { from: openStatuses.filter((status) => status !== 'granting'), by: ['applicant'] },
  assignCase: { from: openStatuses, by: ['caseworker', 'supervisor'] },
  judgeFinding: { from: ['verification', 'awaiting-judgement'], by: ['caseworker'] },
  askAgencyAgain: { from: ['verification', 'awaiting-judgement'], by: ['caseworker'] },
  scheduleInterview: { from: ['awaiting-schedule', 'awaiting-interview'], by: ['caseworker'] },
  recordInterview: { from: ['awaiting-interview'], by: ['caseworker'] },
  proposeDecision: { from: ['awaiting-proposal'], by: ['caseworker'] },
  approveDecision: { from: ['awaiting-approval'], by: ['supervisor'] },
  returnDecision: { from: ['awaiting-approval'], by: ['supervisor'] },
} as const satisfies Record<CaseVerb, Move>;

/** Why a role may not do this in this status; undefined when it may. Knows nothing of the act's content. */
export function whyNotNow(verb: CaseVerb, file: CaseFile, actor: Actor): ProblemCode | undefined {
  const move: Move = moves[verb];
  if (!move.by.some((role) => role === actor.role)) return 'not-permitted';
  if (actor.role === 'applicant' && actor.id !== file.applicantId) return 'not-found';
  if (isClosed(file.status)) return 'case-over';
  return move.from.includes(file.status) ? undefined : 'act-out-of-order';
}

/** Why this act may not be done; undefined when it may. Pure: the workflow's validator asks it. */
export function whyNot<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  act: { actor: Actor; data: ActData[V]; effectiveAt: string },
): ProblemCode | undefined {
  return whyNotNow(verb, file, act.actor) ?? guards[verb](file, act);
}

/** What this person can do with the case now. */
export function movesOf(file: CaseFile, actor: Actor): CaseVerb[] {
  return (Object.keys(moves) as CaseVerb[]).filter((verb) => whyNotNow(verb, file, actor) === undefined);
}
