/** A counter for the tests alone: day by day over dates as text, with a list of days off of its own. */
import type { ClockStop, Ledger } from '../../../domain/clock';
import type { Term } from '../../../policy/clock/read-ledger';

const offInBoth = `
  2025-01-01 2025-01-02 2025-01-07 2025-03-10 2025-03-21 2025-03-24 2025-03-25 2025-05-01 2025-05-07 2025-05-09
  2025-06-06 2025-07-07 2025-09-01 2025-10-27 2025-12-16
  2026-01-01 2026-01-02 2026-01-07 2026-03-09 2026-03-23 2026-03-24 2026-03-25 2026-05-01 2026-05-07 2026-05-11
  2026-05-27 2026-07-06 2026-10-26 2026-12-16
  2027-01-01 2027-01-04 2027-01-07 2027-03-08 2027-03-22 2027-03-23 2027-03-24 2027-05-03 2027-05-07 2027-05-10
  2027-07-06 2027-10-25 2027-12-16
  2028-01-03 2028-01-04 2028-01-07 2028-03-08 2028-03-21 2028-03-22 2028-03-23 2028-05-01 2028-05-08 2028-05-09
  2028-07-06 2028-10-25 2028-12-18`;

/** Before this every term of the tests has found its last day. */
const endOfTime = '2028-12-31';

const off: Record<string, Set<string>> = {
  'kz-2026-01': new Set(`${offInBoth} 2026-08-31 2027-08-30 2028-08-30`.trim().split(/\s+/)),
  'kz-2026-03': new Set(`${offInBoth} 2027-03-15 2028-03-15`.trim().split(/\s+/)),
};

/** The date at UTC+5 of an instant. */
export function dateAt(instant: string): string {
  return new Date(Date.parse(instant) + 5 * 3_600_000).toISOString().slice(0, 10);
}

const next = new Map<string, string>();

export function dayAfter(date: string): string {
  const known = next.get(date);
  if (known !== undefined) return known;
  const [year, month, day] = date.split('-').map(Number);
  const found = new Date(Date.UTC(year!, month! - 1, day! + 1)).toISOString().slice(0, 10);
  next.set(date, found);
  return found;
}

const memo = new Map<string, boolean>();

export function worksOn(date: string, calendar: string): boolean {
  const key = `${date} ${calendar}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const works = weekday !== 0 && weekday !== 6 && !off[calendar]!.has(date);
  memo.set(key, works);
  return works;
}

interface Question {
  at: string;
  calendar: string;
}

/** The days used and the last day, found by looking at one day after the other. */
export function countSlowly(ledger: Ledger, term: Term, { at, calendar }: Question) {
  const until = ledger.endedAt !== null && ledger.endedAt < at ? ledger.endedAt : at;
  const termDays = ledger.extensions.reduce((sum, { days }) => sum + days, term.days);
  const stops = ledger.stops.filter((stop) => {
    const hasBegun = stop.wholeDays ? dateAt(stop.from) <= dateAt(until) : stop.from <= until;
    return stop.to !== null || hasBegun;
  });
  const stands = (date: string) => stops.some((stop) => takes(stop, date));
  const standsAtMidnightAfter = (date: string) =>
    stops.some(({ from, to }) => dateAt(from) <= date && (to === null || dateAt(to) > date));
  const counts = (date: string) =>
    !stands(date) && (term.unit === 'calendar-days' || worksOn(date, calendar));

  function walk(start: string, stopAt: string) {
    let date = start;
    let seen = 0;
    let reachedOn: string | null = null;
    let dueOn: string | null = null;
    let used = 0;
    while (date < stopAt && !(stopAt === endOfTime && dueOn !== null)) {
      date = dayAfter(date);
      if (dueOn !== null) {
        if (counts(date)) used += 1;
        continue;
      }
      if (reachedOn === null && counts(date)) {
        seen += 1;
        used += 1;
        if (seen === termDays) reachedOn = date;
      }
      const endsHere = worksOn(date, calendar) && !stands(date) && !standsAtMidnightAfter(date);
      if (reachedOn !== null && endsHere) dueOn = date;
    }
    return { used, dueOn };
  }

  const anew = stops.filter(({ effect, to }) => effect === 'anew' && to !== null).map(({ to }) => to!);
  const startAfter = (ends: string[]) => [dateAt(ledger.startedAt), ...ends.map(dateAt)].sort().at(-1)!;
  const standsForEver = stops.some(({ to }) => to === null);
  return {
    daysUsed: walk(startAfter(anew.filter((to) => to <= until)), dateAt(until)).used,
    dueOn: standsForEver ? null : walk(startAfter(anew), endOfTime).dueOn,
  };
}

function takes({ from, to, wholeDays }: ClockStop, date: string): boolean {
  const begun = wholeDays ? date >= dateAt(from) : date > dateAt(from);
  return begun && (to === null || date <= dateAt(to));
}
