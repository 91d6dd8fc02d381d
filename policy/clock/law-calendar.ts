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

/** What was counted of a version so far; most questions are about the year of the one before. */
interface CountedCalendar {
  years: Map<number, CountedYear>;
  recent: CountedYear | undefined;
}

const counted = new Map<string, CountedCalendar>();

/** `day`: days since 1970-01-01 (domain/law-day.ts). Throws for a version or a day that no calendar knows. */
export function isWorkingDay(day: number, version: string): boolean {
  const { first, before } = yearAround(whole(day), version);
  return (before[day - first + 1] ?? 0) > (before[day - first] ?? 0);
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

function whole(day: number): number {
  if (!Number.isInteger(day)) throw new RangeError('no calendar reaches a day that is none');
  return day;
}

/** A weekend day is worked when the Government swapped it in, a weekday when it is not listed as off. */
export function isWorkedIn({ daysOff, workingDays }: CalendarYear, day: number): boolean {
  const date = dateOfDayNumber(day);
  return isWeekend(day) ? workingDays.includes(date) : !daysOff.includes(date);
}

function yearAround(day: number, version: string): CountedYear {
  const calendar = counted.get(version) ?? openCalendar(version);
  const { recent } = calendar;
  if (recent !== undefined && recent.first <= day && day <= recent.last) return recent;
  const year = Number(dateOfDayNumber(day).slice(0, 4));
  const found = calendar.years.get(year) ?? countYear(year, calendarOf(version));
  calendar.years.set(year, found);
  calendar.recent = found;
  return found;
}

function openCalendar(version: string): CountedCalendar {
  calendarOf(version);
  const calendar = { years: new Map<number, CountedYear>(), recent: undefined };
  counted.set(version, calendar);
  return calendar;
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
