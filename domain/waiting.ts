/** Who has the ball in a case, and since when. */
import type { CaseFile } from './case-file';
import { standing, type CaseStatus, type Party, type Stage } from './statuses';

export interface Waiting {
  party: Party;
  since: string;
  for: CaseStatus;
}

export function waitingOn(file: CaseFile): Waiting {
  return { party: standing[file.status].party, since: file.statusSince, for: file.status };
}

export function stageOf(file: CaseFile): Stage {
  return standing[file.status].stage;
}
