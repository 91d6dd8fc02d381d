/** The latest start that still leaves enough working days: what a list is sorted by when the closest comes first. */
import { endOfLawDay, lawDayNumber } from '../../domain/law-day';
import { isWorkingDay } from './law-calendar';

/**
 * The instant, midnight at UTC+5, from which `workDays` whole working days still end by `dueAt` (exclusive, as in a
 * reading); `dueAt` itself when no work is left. A due instant within a day leaves that day out.
 */
export function latestStartOf(dueAt: string, workDays: number, calendar: string): string {
  if (workDays === 0) return dueAt;
  let day = lawDayNumber(dueAt);
  for (let left = workDays; left > 0;) {
    day -= 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return endOfLawDay(day - 1);
}
