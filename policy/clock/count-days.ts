/** Counting a term over the law's days: which count, when the last of them falls, and whither it moves. */
import type { Term } from '../../domain/clock-reading';
import { addWorkingDays, nextWorkingDayFrom, workingDaysBetween } from './law-calendar';
import type { Span } from './stopped-days';

/** A count that begins on the day after `after`; `spans` are the days out of it, in order and apart. */
export interface Count {
  after: number;
  term: Term;
  spans: readonly Span[];
  calendar: string;
}

/** Day numbers. `reached`: the day of the term's last count. `due`: the same, moved on where it cannot end. Infinity: none. */
export interface LastDay {
  reached: number;
  due: number;
}

/** How many days of the term's unit lie after one day, up to and with another, whether the clock stood or not. */
function unitsBetween({ term, calendar }: Count, after: number, upTo: number): number {
  if (upTo <= after) return 0;
  return term.unit === 'calendar-days' ? upTo - after : workingDaysBetween(after, upTo, calendar);
}

/** The days after one day, up to and with another, on which the clock stood. */
export function stoodBetween({ spans }: Pick<Count, 'spans'>, after: number, upTo: number): number {
  let sum = 0;
  for (const { first, last } of spans) sum += Math.max(0, Math.min(upTo, last) - Math.max(after, first - 1));
  return sum;
}

/** The days of the unit after one day, up to and with another, on which the clock did not stand. */
export function runBetween(count: Count, after: number, upTo: number): number {
  let sum = unitsBetween(count, after, upTo);
  for (const { first, last } of count.spans) {
    if (first > upTo) break;
    sum -= unitsBetween(count, Math.max(after, first - 1), Math.min(upTo, last));
  }
  return sum;
}

export function lastDayOf(count: Count): LastDay {
  let day = count.after;
  let left = count.term.days;
  for (const { first, last } of count.spans) {
    if (last <= day) continue;
    const ahead = unitsBetween(count, day, first - 1);
    if (ahead >= left) break;
    left -= ahead;
    day = last;
    if (day === Infinity) return { reached: Infinity, due: Infinity };
  }
  const { unit } = count.term;
  const reached = unit === 'calendar-days' ? day + left : addWorkingDays(day, left, count.calendar);
  return { reached, due: movedFrom(reached, count) };
}

/**
 * APPK art. 76: a last day on a day off moves on to the next working day; here to one on which the clock runs, up to
 * and with its end, since no term can end while its clock stands.
 */
function movedFrom(reached: number, { spans, calendar }: Count): number {
  let day = reached;
  for (const { first, last, fromDayBefore } of spans) {
    day = nextWorkingDayFrom(day, calendar);
    const stoodFrom = fromDayBefore ? first - 1 : first;
    if (day < stoodFrom) return day;
    if (last === Infinity) return Infinity;
    if (day <= last) day = last + 1;
  }
  return nextWorkingDayFrom(day, calendar);
}

/** The days over which the last day moved, of those after one day, up to and with another. */
export function movedOverBetween(
  count: Count,
  { reached, due }: LastDay,
  [after, upTo]: [number, number],
): number {
  if (reached === due) return 0;
  return runBetween(count, Math.max(after, reached), Math.min(upTo, due));
}
