/** When each term of a case that still runs is over, by its name: what another calendar of working days can move. */
import type { CaseFile } from '../domain/case-file';
import { movableTerms, type MovableTerm, type MovedEnd } from '../domain/events/clock';
import { laterOf } from '../domain/ledger';
import { endOf, readOpenClock } from './clocks';
import { complaintWindow, isComplaintOpen } from './complaint';
import { hearingEndsAt, objectionsUntil } from './hearing';
import { policyOf } from './policies';
import { readClock } from './service-clock';
import { endOfOwnTerm } from './slack';

/** Exclusive, as the case stands; null while the case has no such term, while it stands, and once it was used. */
const endOfTerm: Record<MovableTerm, (file: CaseFile) => string | null> = {
  service: (file) => (file.closedAt === null ? readClock(file, file.lastAt).dueAt : null),
  verification: endOfOwnTerm.verification,
  turn: (file) => readOpenClock(file, 'turn', file.lastAt)?.dueAt ?? null,
  objection: (file) =>
    file.status === 'awaiting-hearing' && file.hearing?.objection === null
      ? (objectionsUntil(file) ?? null)
      : null,
  'hearing-notice': (file) => (file.status === 'awaiting-hearing' ? (hearingEndsAt(file) ?? null) : null),
  'oral-hearing': endOfOwnTerm.hearing,
  annulment: endOfOwnTerm.annulment,
  change: endOfOwnTerm.change,
  complaint: endOfOwnTerm.complaint,
  'complaint-forwarding': (file) => {
    if (file.complaint === null || file.complaint.forwardedAt !== null || !isComplaintOpen(file)) return null;
    const { satisfied } = policyOf(file.policyVersion).complaint;
    return endOf(satisfied.value, file.complaint.filedAt, file.calendar);
  },
  'complaint-filing': complaintWindow,
};

/** What a case that is counted by another calendar ends on other days, in the order of the terms; `at`: ISO 8601, UTC. */
export function endsMovedBy(calendar: string, file: CaseFile, at: string): MovedEnd[] {
  const now = { ...file, lastAt: laterOf(at, file.lastAt) };
  const moved = { ...now, calendar };
  return movableTerms.flatMap((term) => {
    const [before, after] = [endOfTerm[term](now), endOfTerm[term](moved)];
    if (before === null || after === null || before === after) return [];
    return before <= at && after <= at ? [] : [{ term, before, after }];
  });
}
