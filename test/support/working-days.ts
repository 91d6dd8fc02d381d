/** Working days counted one by one, beside the rules that the tests are about. */
import { isWorkingDay } from '../../policy/clock/law-calendar';

/** The calendar under which cases are filed. */
export const calendar = 'kz-2026-03';

/** The n-th working day after a day; with n of 0 the day itself or the next one that is worked. */
export function workingDayAfter(day: number, n: number): number {
  let last = day;
  for (let left = n; left > 0; left -= isWorkingDay(last, calendar) ? 1 : 0) last += 1;
  while (!isWorkingDay(last, calendar)) last += 1;
  return last;
}
