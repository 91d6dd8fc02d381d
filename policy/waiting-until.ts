/** Until when a wait lasts: the limit of whoever has the ball, or else the end of the service's own term. */
import type { CaseFile } from '../domain/case-file';
import { standing, type Party } from '../domain/statuses';
import { deadlinesOf } from './deadlines';
import { readClock } from './service-clock';

/** How the limits of a party's turn are named; who works for the state has the service's term. */
const limits: Partial<Record<Party, string>> = {
  applicant: 'turn:',
  'testing-centre': 'escalate:test-result-overdue',
  agencies: 'limit:',
};

/** An instant, also one that has passed; null when no limit is set or it has already had its effect. */
export function waitingUntil(file: CaseFile): string | null {
  const limit = limits[standing[file.status].party];
  if (limit === undefined) return readClock(file, file.statusSince).dueAt;
  return deadlinesOf(file).findLast(({ name }) => name.startsWith(limit))?.dueAt ?? null;
}
