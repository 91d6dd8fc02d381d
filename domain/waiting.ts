/** Who has the ball in a case, and since when. */
import type { CaseFile } from './case-file';
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
  return { party: standing[status].party, since: statusSince, for: status };
}

export function stageOf(file: CaseFile): Stage {
  return standing[file.status].stage;
}

/** Nothing can come any more. */
export function isOver({ overAt }: CaseFile): boolean {
  return overAt !== null;
}
