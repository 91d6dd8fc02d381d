/** Who has the ball in a case, and since when. */
import type { CaseFile } from './case-file';
import type { ClaimFile } from './permit-file';
import { isClosed, standing, type CaseStatus, type Party, type Stage } from './statuses';

export interface Waiting {
  party: Party;
  since: string;
  for: CaseStatus;
}

export function waitingOn(file: CaseFile): Waiting {
  const { complaint, status, statusSince } = file;
  if (complaint?.outcome === null && isClosed(status) && !isOver(file)) {
    return { party: 'supervisor', since: complaint.filedAt, for: status };
  }
  const claim = claimToDecide(file);
  if (claim !== null) return { party: 'caseworker', since: claim.claimedAt, for: status };
  const asked = oralHearingAsked(file);
  if (asked !== null) return { party: 'caseworker', since: asked.at, for: status };
  return { party: standing[status].party, since: statusSince, for: status };
}

/** The change that somebody else than who claimed it has to look at, while the permit stands; null when there is none. */
export function claimToDecide({
  status,
  permit,
  overAt,
}: Pick<CaseFile, 'status' | 'permit' | 'overAt'>): ClaimFile | null {
  const claim = permit?.claim;
  return claim?.outcome === null && status === 'granted' && overAt === null ? claim : null;
}

/** The request for an oral hearing that is still to be held; null when there is none. */
export function oralHearingAsked({ status, hearing }: CaseFile): { at: string } | null {
  if (status !== 'awaiting-hearing' || hearing === null || hearing.heldAt !== null) return null;
  return hearing.objection?.kind === 'oral-hearing' ? hearing.objection : null;
}

export function stageOf(file: CaseFile): Stage {
  return standing[file.status].stage;
}

/** Nothing can come any more. */
export function isOver({ overAt }: CaseFile): boolean {
  return overAt !== null;
}
