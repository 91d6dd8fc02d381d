/** How long an annulment that was proposed and heard may wait for its decision. */
import type { CaseFile } from '../domain/case-file';
import { isClosed } from '../domain/statuses';
import { endOf } from './clocks';

/** The certificate stands until the decision, where the record says within what term that is due. */
export function isAnnulmentOpen({ proposal, status }: CaseFile): boolean {
  return proposal?.within !== undefined && !isClosed(status);
}

/** Counted from the end of the hearing; null where none waits for a supervisor. */
export function annulmentDueAt({ proposal, status, statusSince, calendar }: CaseFile): string | null {
  if (status !== 'awaiting-approval' || proposal?.within === undefined) return null;
  return endOf(proposal.within, statusSince, calendar);
}
