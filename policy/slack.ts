/** How long the work on a case can still wait: its latest start, and the working days until then. */
import type { CaseFile } from '../domain/case-file';
import { lawDayNumber } from '../domain/law-day';
import { oralHearingAsked, stageOf } from '../domain/waiting';
import { annulmentDueAt } from './annulment';
import { latestStartOf } from './clock/latest-start';
import { workingDaysBetween } from './clock/law-calendar';
import { endOf, readOpenClock } from './clocks';
import { isComplaintOpen } from './complaint';
import { claimDueAt } from './permit/claims';
import { policyOf } from './policies';
import type { OwnTerm } from './policy';
import { readClock } from './service-clock';

/**
 * The instant by which the office has to go on with a case: the earliest that any term needs which the state still has to
 * keep. Null while all of them stand, and once it is decided and nobody complains.
 */
export function latestStartAt(file: CaseFile): string | null {
  const { remainingWorkDays, ownWorkDays } = policyOf(file.policyVersion);
  const startOf = (dueAt: string, workDays: number) => latestStartOf(dueAt, workDays, file.calendar);
  const { dueAt } = readClock(file, file.lastAt);
  const ofService =
    file.closedAt !== null || dueAt === null ? [] : [startOf(dueAt, remainingWorkDays.value[stageOf(file)])];
  const own = ownWorkDays.value === null ? [] : Object.entries(ownWorkDays.value);
  const ofOwn = own.flatMap(([term, workDays]) => {
    const end = endOfOwnTerm[term as OwnTerm](file);
    return end === null ? [] : [startOf(end, workDays)];
  });
  return [...ofService, ...ofOwn].sort()[0] ?? null;
}

/** When each term ends that a step has for itself; null while it has none, and while its clock stands. */
export const endOfOwnTerm: Record<OwnTerm, (file: CaseFile) => string | null> = {
  verification: (file) => readOpenClock(file, 'verification', file.lastAt)?.dueAt ?? null,
  hearing: (file) => {
    const asked = oralHearingAsked(file);
    return asked && endOf(policyOf(file.policyVersion).hearing.oral.value, asked.at, file.calendar);
  },
  annulment: annulmentDueAt,
  change: claimDueAt,
  complaint: (file) =>
    isComplaintOpen(file) ? (readOpenClock(file, 'complaint', file.lastAt)?.dueAt ?? null) : null,
};

/** Working days of a calendar from today on that come before the latest start; below zero once it has passed. */
export function slackDaysOf(latestStart: string, now: string, calendar: string): number {
  const [start, today] = [lawDayNumber(latestStart), lawDayNumber(now)];
  return today <= start
    ? workingDaysBetween(today - 1, start - 1, calendar)
    : -workingDaysBetween(start - 1, today - 1, calendar);
}
