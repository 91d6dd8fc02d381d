/** The rule of the holidays law: on which weekdays a year's holidays are days off. */
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';

/** `on` is a month and a day (MM-DD); without `from` and `until` (years, both included) it is one of every year. */
export interface Holiday {
  on: string;
  /** Whether the next working day is off when it falls on a weekend. */
  transfers: boolean;
  from?: number;
  until?: number;
}

/** `kurbanAit`: its first day by year (YYYY-MM-DD), which the clergy sets; it never transfers. */
export interface HolidayRule {
  fixed: readonly Holiday[];
  kurbanAit: Readonly<Record<number, string>>;
}

interface Placed {
  day: number;
  transfers: boolean;
}

/** Days since 1970-01-01, which was a Thursday. */
export function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** The law's dates of the year, in order, that are off although they are weekdays (holidays law, art. 5). */
export function weekdaysOff(year: number, rule: HolidayRule): string[] {
  const holidays = placedIn(year, rule);
  const taken = new Set(holidays.map(({ day }) => day));
  const off = new Set<number>();
  for (const { day, transfers } of holidays) {
    if (!isWeekend(day)) off.add(day);
    else if (transfers) {
      const next = nextFreeWeekday(day, taken);
      taken.add(next);
      off.add(next);
    }
  }
  return [...off].sort((a, b) => a - b).map(dateOfDayNumber);
}

function placedIn(year: number, { fixed, kurbanAit }: HolidayRule): Placed[] {
  const placed = fixed
    .filter(({ from = year, until = year }) => from <= year && year <= until)
    .map(({ on, transfers }) => ({ day: lawDayNumber(`${year}-${on}`), transfers }));
  const movable = kurbanAit[year];
  if (movable !== undefined) placed.push({ day: lawDayNumber(movable), transfers: false });
  return placed.sort((a, b) => a.day - b.day);
}

function nextFreeWeekday(day: number, taken: ReadonlySet<number>): number {
  let next = day + 1;
  while (isWeekend(next) || taken.has(next)) next += 1;
  return next;
}
