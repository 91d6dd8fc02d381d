/** What can be complained of, until when, and who may decide it. */
import type { CaseFile } from '../domain/case-file';
import type { ComplaintSubject } from '../domain/events';
import { dayNumberOf, lawDate, lawDayNumber, monthsAfter } from '../domain/law-day';
import type { LimitStarter } from '../domain/notices';
import type { CaseStatus } from '../domain/statuses';
import { endForApplicant } from './clocks';
import { policyOf } from './policies';
import { receivedAt } from './receipt';
import { calendarDays } from './terms';

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

export interface Grievance {
  against: ComplaintSubject;
  since: string;
}

/** What stands in the case that a person may complain of, and since when it stands; undefined when nothing does. */
export function findGrievance(file: CaseFile): Grievance | undefined {
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

/** Until when what stands in the case can be complained of, exclusive; null while nothing can be. */
export function complaintWindow(file: CaseFile): string | null {
  const grievance = canBeComplainedOf(file) ? findGrievance(file) : undefined;
  return grievance === undefined ? null : complaintsUntil(file, grievance);
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

/** When the notice of it counts as received, so that it is known. */
export function knownAt(file: CaseFile, { against, since }: Grievance): string {
  return receivedAt(file, noticedBy[against], since);
}

/** The end of the last day on which a complaint may be filed, counted from the receipt of the notice. */
export function complaintsUntil(file: CaseFile, grievance: Grievance): string {
  const isNoticed = file.noticesToProve[noticedBy[grievance.against]] !== undefined;
  return complaintsUntilFrom(file, knownAt(file, grievance), isNoticed ? 'named' : 'unnamed');
}

/** The same for whoever learns of it at an instant; every notice of ours names the way to complain. */
export function complaintsUntilFrom(
  file: Pick<CaseFile, 'policyVersion' | 'calendar' | 'outages'>,
  at: string,
  way: 'named' | 'unnamed' = 'named',
): string {
  const months = policyOf(file.policyVersion).complaint.filedWithinMonths.value[way];
  const days = dayNumberOf(monthsAfter(lawDate(at), months)) - lawDayNumber(at);
  return endForApplicant(file, calendarDays(days), at);
}
