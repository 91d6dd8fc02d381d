/** What can be complained of, until when, and who may decide it. */
import type { CaseFile } from '../domain/case-file';
import type { ComplaintSubject } from '../domain/events';
import { dayNumberOf, endOfLawDay, lawDate, monthsAfter } from '../domain/law-day';
import type { LimitStarter } from '../domain/notices';
import type { CaseStatus } from '../domain/statuses';
import { nextWorkingDayFrom } from './clock/law-calendar';
import { policyOf } from './policies';
import { receivedAt } from './receipt';

const subjectOf: Partial<Record<CaseStatus, ComplaintSubject>> = {
  refused: 'refusal',
  lapsed: 'lapse',
  annulled: 'annulment',
};

const noticedBy = {
  refusal: 'application-refused',
  lapse: 'turn-lapsed',
  annulment: 'permit-annulled',
  silence: 'deemed-refused',
} as const satisfies Record<ComplaintSubject, LimitStarter>;

/** What stands in the case that a person may complain of, and since when it stands; undefined when nothing does. */
export function findGrievance(file: CaseFile): { against: ComplaintSubject; since: string } | undefined {
  const against = subjectOf[file.status];
  if (against !== undefined) return { against, since: file.statusSince };
  const { deemedRefusedAt, clocks } = file;
  return deemedRefusedAt !== null && clocks.service.endedAt === null
    ? { against: 'silence', since: deemedRefusedAt }
    : undefined;
}

/** Once about one act, since the same matter is not decided twice; and not before an earlier complaint is decided. */
export function canBeComplainedOf(file: CaseFile): boolean {
  if (isComplaintOpen(file)) return false;
  const grievance = findGrievance(file);
  return grievance !== undefined && (file.complaint === null || file.complaint.filedAt < grievance.since);
}

export function isComplaintOpen({ complaint, overAt }: CaseFile): boolean {
  return complaint !== null && complaint.outcome === null && overAt === null;
}

/** Since when the act that is complained of has no effect; null where it has, or nothing was complained of. */
export function actSuspendedSince(file: CaseFile): string | null {
  if (file.complaint === null || !isComplaintOpen(file)) return null;
  const { against, filedAt } = file.complaint;
  return policyOf(file.policyVersion).complaint.suspends.value[against] ? filedAt : null;
}

/** The end of the last day on which a complaint may be filed, counted from the receipt of the notice. */
export function complaintsUntil(
  file: CaseFile,
  { against, since }: { against: ComplaintSubject; since: string },
): string {
  const starter = noticedBy[against];
  const isNoticed = file.noticesToProve[starter] !== undefined;
  return complaintsUntilFrom(file, receivedAt(file, starter, since), isNoticed ? 'named' : 'unnamed');
}

/** The same for whoever learns of it at an instant; every notice of ours names the way to complain. */
export function complaintsUntilFrom(
  { policyVersion, calendar }: Pick<CaseFile, 'policyVersion' | 'calendar'>,
  knownAt: string,
  way: 'named' | 'unnamed' = 'named',
): string {
  const months = policyOf(policyVersion).complaint.filedWithinMonths.value[way];
  const last = dayNumberOf(monthsAfter(lawDate(knownAt), months));
  return endOfLawDay(nextWorkingDayFrom(last, calendar));
}
