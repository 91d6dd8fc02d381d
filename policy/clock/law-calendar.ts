/** Working days of the law: what a calendar version says of a day, and counting over many of them. */
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import { calendarOf, calendarYearOf, type Calendar, type CalendarYear } from './calendars';
import { isWeekend } from './holidays';

/** `before[i]` is how many working days lie before the i-th day of the year; its last entry is the year's sum. */
interface CountedYear {
  first: number;
  last: number;
  official: boolean;
  before: readonly number[];
}

/** No instant of a case lies outside; a typing mistake does. */
const reach = { from: 2020, until: 2199 };

const counted = new Map<string, Map<number, CountedYear>>();

/** `day`: days since 1970-01-01 (domain/law-day.ts). Throws for a version or a day that no calendar knows. */
export function isWorkingDay(day: number, version: string): boolean {
  return workingDaysBetween(day - 1, day, version) === 1;
}

/** The day itself when it is worked, else the first after it that is. */
export function nextWorkingDayFrom(day: number, version: string): number {
  let next = day;
  while (!isWorkingDay(next, version)) next += 1;
  return next;
}

/** The day on which the n-th working day after `fromDay` falls; `fromDay` itself when n is 0. */
export function addWorkingDays(fromDay: number, n: number, version: string): number {
  let day = fromDay;
  for (let left = n; left > 0; left -= 1) day = nextWorkingDayFrom(day + 1, version);
  return day;
}

/** How many working days lie after one day, up to and with another; none when that is no later. */
export function workingDaysBetween(afterDay: number, upToDay: number, version: string): number {
  if (!Number.isInteger(afterDay + upToDay)) throw new RangeError('no calendar reaches a day that is none');
  let sum = 0;
  for (let day = afterDay + 1; day <= upToDay;) {
    const { first, last, before } = yearAround(day, version);
    const end = Math.min(upToDay, last);
    sum += (before[end - first + 1] ?? 0) - (before[day - first] ?? 0);
    day = end + 1;
  }
  return sum;
}

/** Whether the state itself published the year in which the day lies. */
export function isOfficial(day: number, version: string): boolean {
  return yearAround(day, version).official;
}

/** A weekend day is worked when the Government swapped it in, a weekday when it is not listed as off. */
export function isWorkedIn({ daysOff, workingDays }: CalendarYear, day: number): boolean {
  const date = dateOfDayNumber(day);
  return isWeekend(day) ? workingDays.includes(date) : !daysOff.includes(date);
}

function yearAround(day: number, version: string): CountedYear {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  let years = counted.get(version);
  if (years === undefined) counted.set(version, (years = new Map()));
  let found = years.get(year);
  if (found === undefined) years.set(year, (found = countYear(year, calendarOf(version))));
  return found;
}

function countYear(year: number, calendar: Calendar): CountedYear {
  if (!(year >= reach.from && year <= reach.until)) throw new RangeError(`no calendar reaches ${year}`);
  const listed = calendarYearOf(calendar, year);
  const first = lawDayNumber(`${year}-01-01`);
  const last = lawDayNumber(`${year}-12-31`);
  const before = [0];
  for (let day = first; day <= last; day += 1) {
    before.push((before.at(-1) ?? 0) + (isWorkedIn(listed, day) ? 1 : 0));
  }
  return { first, last, official: listed.official, before };
}
