/** Deadlines of procedure: hearing, complaint, expiry, and the end after which nothing can come. */
import type { CaseFile } from '../../domain/case-file';
import type { EventBody } from '../../domain/events';
import { laterOf } from '../../domain/ledger';
import { dayNumberOf, endOfLawDay } from '../../domain/law-day';
import { oralHearingAsked } from '../../domain/waiting';
import { annulmentDueAt, isAnnulmentOpen } from '../annulment';
import { endOf, readOpenClock } from '../clocks';
import { complaintsUntil, findGrievance, isComplaintOpen } from '../complaint';
import { hearingEndsAt } from '../hearing';
import { claimDueAt } from '../permit/claims';
import { policyOf } from '../policies';
import { deadline, deadlineAfterActs, escalations, type Deadline } from './deadline';

/** An oral hearing that was asked for is held before anything is closed; until then somebody is reminded. */
export function hearingDeadlines(file: CaseFile): Deadline[] {
  const { hearing, status } = file;
  const dueAt = hearingEndsAt(file);
  if (hearing === null || dueAt === undefined || status !== 'awaiting-hearing') return [];
  const { oral } = policyOf(file.policyVersion).hearing;
  const asked = oralHearingAsked(file);
  if (asked !== null) {
    return escalations(file, 'hearing-overdue', endOf(oral.value, asked.at, file.calendar));
  }
  const by = hearing.heldAt === null ? 'time' : 'hearing';
  return [deadlineAfterActs('hearing:close', dueAt, { type: 'hearing-closed', data: { by } })];
}

/** A change that nobody looks at takes nothing away: the permit goes on, and a supervisor hears of it. */
export function claimDeadlines(file: CaseFile): Deadline[] {
  const dueAt = claimDueAt(file);
  return dueAt === null ? [] : escalations(file, 'change-undecided', dueAt);
}

/** Silence about a complaint rejects it, so that its author can go on to a court. */
export function complaintDeadlines(file: CaseFile): Deadline[] {
  const { complaint } = file;
  if (complaint === null || !isComplaintOpen(file)) return [];
  const { satisfied } = policyOf(file.policyVersion).complaint;
  const forwardAt = endOf(satisfied.value, complaint.filedAt, file.calendar);
  const dueAt = readOpenClock(file, 'complaint', file.lastAt)?.dueAt ?? null;
  return [
    ...(complaint.forwardedAt === null
      ? [deadlineAfterActs('complaint:forward', forwardAt, { type: 'complaint-forwarded', data: {} })]
      : []),
    ...(dueAt === null
      ? []
      : [
          deadlineAfterActs('complaint:silence', dueAt, {
            type: 'complaint-decided',
            data: { outcome: 'rejected', by: 'silence', reason: null },
          }),
        ]),
  ];
}

/** An annulment that nobody decides comes before a supervisor. */
export function annulmentDeadlines(file: CaseFile): Deadline[] {
  const dueAt = annulmentDueAt(file);
  return dueAt === null ? [] : escalations(file, 'annulment-overdue', dueAt);
}

/** A certificate is reminded of and expires, while it stands; any other end is final once nobody can complain of it any more. */
export function endDeadlines(file: CaseFile): Deadline[] {
  const { certificate, status } = file;
  if (isComplaintOpen(file)) return [];
  const stands = status === 'granted' || isAnnulmentOpen(file);
  if (stands && certificate !== null) return expiry(file, certificate);
  const grievance = findGrievance(file);
  if (grievance === undefined || file.closedAt === null) return [];
  const until = complaintsUntil(file, grievance);
  const decidedAt = file.complaint?.decidedAt ?? until;
  return [deadlineAfterActs('case:close', laterOf(decidedAt, until), { type: 'case-closed', data: {} })];
}

/**
 * A reminder only tells people, so it is never dated back; nothing expires while a complaint was open. What never begins is
 * over when that is known.
 */
function expiry(
  file: CaseFile,
  { validFrom, validUntil, remindedAt }: NonNullable<CaseFile['certificate']>,
): Deadline[] {
  const last = dayNumberOf(validUntil);
  const { remindsInTime } = policyOf(file.policyVersion);
  const isTooLate = remindsInTime.value && endOfLawDay(last) <= file.lastAt;
  const stoodAt = laterOf(file.statusSince, file.complaint?.decidedAt ?? file.statusSince);
  const reminderDays = policyOf(file.policyVersion).expiryReminderDays.value;
  const expired: EventBody = { type: 'certificate-expired', data: { validUntil } };
  if (validUntil < validFrom) return [deadline('certificate:expire', laterOf(file.lastAt, stoodAt), expired)];
  return [
    ...(remindedAt === null && !isTooLate
      ? [
          deadline('certificate:remind', laterOf(endOfLawDay(last - reminderDays), file.lastAt), {
            type: 'expiry-reminded',
            data: { validUntil },
          }),
        ]
      : []),
    deadline('certificate:expire', laterOf(endOfLawDay(last), stoodAt), expired),
  ];
}
