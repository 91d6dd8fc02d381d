/** The law's days that the stops of a ledger take out of the count, each once. */
import type { ClockStop } from '../../domain/clock';
import { lawDayNumber } from '../../domain/law-day';

/**
 * Whole days, both ends within it; `last` is Infinity while a stop lasts. `fromDayBefore`: the clock came to stand within
 * the day before the first, and stood at its end.
 */
export interface Span {
  first: number;
  last: number;
  fromDayBefore: boolean;
}

/** Whether the stop has begun by then and lasts. One that takes whole days begins with its first, so that no day is taken back later. */
export function isOpen({ from, to, wholeDays }: ClockStop, at: string): boolean {
  const hasBegun = wholeDays ? lawDayNumber(from) <= lawDayNumber(at) : Date.parse(from) <= Date.parse(at);
  return to === null && hasBegun;
}

/** Whether the stop stands at the instant: from its beginning on, no longer at its end. */
export function standsAt({ from, to }: ClockStop, ms: number): boolean {
  return Date.parse(from) <= ms && (to === null || ms < Date.parse(to));
}

/**
 * In order, apart from each other. A stop from day A to day B takes the days after A up to and with B, and A as well
 * when it takes whole days. One that lasts and has not begun by `at` is not there yet.
 */
export function stoppedDays(stops: readonly ClockStop[], at: string): Span[] {
  const spans: Span[] = [];
  for (const stop of stops) {
    if (stop.to === null && !isOpen(stop, at)) continue;
    const first = lawDayNumber(stop.from) + (stop.wholeDays ? 0 : 1);
    const last = stop.to === null ? Infinity : lawDayNumber(stop.to);
    if (first <= last) spans.push({ first, last, fromDayBefore: !stop.wholeDays });
  }
  return merged(spans.sort((a, b) => a.first - b.first));
}

function merged(ordered: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of ordered) {
    const before = apart.at(-1);
    if (before === undefined || before.last + 1 < span.first) {
      apart.push({ ...span });
      continue;
    }
    before.last = Math.max(before.last, span.last);
    if (span.first === before.first) before.fromDayBefore ||= span.fromDayBefore;
  }
  return apart;
}
