/** How long the work on a case can still wait: its latest start, and the working days until then. */
import type { CaseFile } from '../domain/case-file';
import { lawDayNumber } from '../domain/law-day';
import { stageOf } from '../domain/waiting';
import { latestStartOf } from './clock/latest-start';
import { workingDaysBetween } from './clock/law-calendar';
import { policyOf } from './policies';
import { readClock } from './service-clock';

/** The instant by which the office has to go on with a case; null while its clock stands, and once it is decided. */
export function latestStartAt(file: CaseFile): string | null {
  const { dueAt } = readClock(file, file.lastAt);
  if (file.closedAt !== null || dueAt === null) return null;
  const workDays = policyOf(file.policyVersion).remainingWorkDays.value[stageOf(file)];
  return latestStartOf(dueAt, workDays, file.calendar);
}

/** Working days of a calendar from today on that come before the latest start; below zero once it has passed. */
export function slackDaysOf(latestStart: string, now: string, calendar: string): number {
  const [start, today] = [lawDayNumber(latestStart), lawDayNumber(now)];
  return today <= start
    ? workingDaysBetween(today - 1, start - 1, calendar)
    : -workingDaysBetween(start - 1, today - 1, calendar);
}
