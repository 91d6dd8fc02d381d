/** Reads a ledger: days used, days left, and the last day of the term. */
import type { Ledger } from '../../domain/clock';
import type { LedgerReading, Term } from '../../domain/clock-reading';
import { dateOfDayNumber, endOfLawDay, lawDayNumber } from '../../domain/law-day';
import { lastDayOf, movedOverBetween, runBetween, type Count, type LastDay } from './count-days';
import { isOfficial } from './law-calendar';
import { isOpen, standsAt, stoppedDays } from './stopped-days';

export type { LedgerReading, Term };

/** `at`: ISO 8601 instant, up to which days are counted; `calendar`: a version of calendars.ts. */
export interface Moment {
  at: string;
  calendar: string;
}

/**
 * Every fact of the ledger counts, whatever `at` is: the end of a stop that is known beforehand moves the due date at
 * once. A clock that stands without a known end has no due date. A clock that has ended counts up to its end, does not
 * run, and keeps the due date that it had. Days over which a last day moved are not counted, so that days left are
 * below zero exactly when the last day is over. Throws for a calendar that was never published.
 */
export function readLedger(ledger: Ledger, term: Term, { at, calendar }: Moment): LedgerReading {
  const until = earlier(at, ledger.endedAt);
  const now = countOf(ledger, term, { at: until, calendar });
  const daysUsed = usedUpTo(now, lastDayOf(now), lawDayNumber(until));
  const whole = { ...now, after: startOf(ledger, Infinity) };
  const { reached, due } = ledger.stops.some((stop) => isOpen(stop, until)) ? noDay : lastDayOf(whole);
  return {
    termDays: now.term.days,
    unit: term.unit,
    daysUsed,
    daysLeft: now.term.days - daysUsed,
    running: isRunning(ledger, Date.parse(at)),
    lastStartOn: dateOfDayNumber(now.after),
    reachedOn: due === Infinity ? null : dateOfDayNumber(reached),
    dueOn: due === Infinity ? null : dateOfDayNumber(due),
    dueAt: due === Infinity ? null : endOfLawDay(due),
    official: isOfficialOver(now.after, due === Infinity ? lawDayNumber(until) : due, calendar),
  };
}

const noDay: LastDay = { reached: Infinity, due: Infinity };

/** The count as it stands at an instant that is not after the ledger's end. */
export function countOf(ledger: Ledger, { days, unit }: Term, { at, calendar }: Moment): Count {
  const extended = ledger.extensions.reduce((sum, extension) => sum + extension.days, days);
  return {
    after: startOf(ledger, Date.parse(at)),
    term: { days: extended, unit },
    spans: stoppedDays(ledger.stops, at),
    calendar,
  };
}

export function earlier(at: string, endedAt: string | null): string {
  return endedAt !== null && Date.parse(endedAt) < Date.parse(at) ? endedAt : at;
}

/** A stop after which the term begins anew moves the start to the day of its end, once it is over. */
function startOf({ startedAt, stops }: Ledger, byMs: number): number {
  let start = lawDayNumber(startedAt);
  for (const { effect, to } of stops) {
    if (effect === 'continue' || to === null || Date.parse(to) > byMs) continue;
    start = Math.max(start, lawDayNumber(to));
  }
  return start;
}

function usedUpTo(count: Count, lastDay: LastDay, day: number): number {
  return runBetween(count, count.after, day) - movedOverBetween(count, lastDay, [count.after, day]);
}

function isRunning({ startedAt, endedAt, stops }: Ledger, ms: number): boolean {
  const isOver = endedAt !== null && Date.parse(endedAt) <= ms;
  return Date.parse(startedAt) <= ms && !isOver && !stops.some((stop) => standsAt(stop, ms));
}

function isOfficialOver(from: number, to: number, calendar: string): boolean {
  for (let day = from; day < to; day += 365) if (!isOfficial(day, calendar)) return false;
  return isOfficial(Math.max(from, to), calendar);
}
