/** Until when a wait lasts: the limit of whoever has the ball, or else the end of the service's own term. */
import type { CaseFile } from '../domain/case-file';
import { isClosed, type Party } from '../domain/statuses';
import { waitingOn } from '../domain/waiting';
import { annulmentDueAt } from './annulment';
import { readOpenClock } from './clocks';
import { isComplaintOpen } from './complaint';
import { deadlinesOf } from './deadlines';
import { claimDueAt } from './permit/claims';
import { readClock } from './service-clock';

/** How the limits of a party's turn are named; who works for the state has the service's term. */
const limits: Partial<Record<Party, readonly string[]>> = {
  applicant: ['turn:', 'hearing:'],
  'testing-centre': ['escalate:test-result-overdue'],
  agencies: ['limit:', 'fetch:'],
};

/** An instant, also one that has passed; null when no limit is set or it has already had its effect. */
export function waitingUntil(file: CaseFile): string | null {
  const limit = limits[waitingOn(file).party];
  if (isComplaintOpen(file) && isClosed(file.status)) {
    return readOpenClock(file, 'complaint', file.lastAt)?.dueAt ?? null;
  }
  const ownTerm = claimDueAt(file) ?? annulmentDueAt(file);
  if (ownTerm !== null) return ownTerm;
  if (limit === undefined) return readClock(file, file.lastAt).dueAt;
  const ends = deadlinesOf(file).filter(({ name }) => limit.some((prefix) => name.startsWith(prefix)));
  return ends.at(-1)?.dueAt ?? null;
}
