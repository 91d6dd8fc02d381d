/** The calendar of the law: one zone, UTC+5, whatever a machine's time-zone database says. */
const offsetMs = 5 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Days since 1970-01-01 of the law's day in which the instant (ISO 8601, UTC) falls. */
export function lawDayNumber(instant: string): number {
  return lawDayNumberAt(Date.parse(instant));
}

/** The same of an instant in milliseconds since 1970 (UTC). */
export function lawDayNumberAt(instantMs: number): number {
  return Math.floor((instantMs + offsetMs) / dayMs);
}

/** The law's date (YYYY-MM-DD) of an instant. */
export function lawDate(instant: string): string {
  return dateOfDayNumber(lawDayNumber(instant));
}

/** The law's time of day (HH:MM) of an instant. */
export function lawTime(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(11, 16);
}

export function dateOfDayNumber(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The instant at which a law's day is over: midnight at UTC+5, as ISO 8601 in UTC. */
export function endOfLawDay(day: number): string {
  return new Date((day + 1) * dayMs - offsetMs).toISOString();
}

/** The end of the last day of a term of whole days that is counted from the day after `from`. */
export function endOfTerm(from: string, days: number): string {
  return endOfLawDay(lawDayNumber(from) + days);
}

/** The instant so many days of 24 hours later (or earlier, when negative). */
export function shiftDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * dayMs).toISOString();
}

/** The same date a year on; 29 February becomes 28 February. */
export function oneYearAfter(date: string): string {
  return monthsAfter(date, 12);
}

/** The same day so many months on, or the last one of a month that has no such day (YYYY-MM-DD). */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The law's date after one. */
export function nextDate(date: string): string {
  return dateOfDayNumber(dayNumberOf(date) + 1);
}

/** The day number of a law's date. */
export function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}
