/** Builders of ledgers: one fact at a time for the tables, and any of them for the properties. */
import fc from 'fast-check';
import type { ClockExtension, ClockStop, Ledger } from '../../../domain/clock';
import type { Term } from '../../../policy/clock/read-ledger';
import { caseworker, supervisor } from '../../support/case-files';

/** Ten in the morning at UTC+5 of a law's date. */
export const morning = (date: string) => `${date}T05:00:00.000Z`;

/** Monday, 1 June 2026, in the morning. */
export const start = morning('2026-06-01');

export function aLedger(facts: Partial<Ledger> = {}): Ledger {
  return { startedAt: start, endedAt: null, stops: [], extensions: [], ...facts };
}

/** From one date to another, both in the morning; null while it lasts. */
export function aStop(from: string, to: string | null, other: Partial<ClockStop> = {}): ClockStop {
  return {
    from: morning(from),
    to: to === null ? null : morning(to),
    basis: 'documents-awaited',
    effect: 'continue',
    by: caseworker,
    knownAt: morning(from),
    wholeDays: false,
    ...other,
  };
}

export function anExtension(days: number, on = '2026-06-10'): ClockExtension {
  return { days, basis: 'complex-case', by: supervisor, knownAt: morning(on) };
}

export const calendarDays = (days: number): Term => ({ days, unit: 'calendar-days' });
export const workingDays = (days: number): Term => ({ days, unit: 'working-days' });

const hourMs = 3_600_000;
export const instantAfter = (hours: number) => new Date(Date.parse(start) + hours * hourMs).toISOString();

/** Hours from the start; a stop may begin before it, and hours are fine enough to cross midnight anywhere. */
const hours = fc.integer({ min: -60, max: 120 * 24 });
const lengths = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 * 24 }));

export const knownStops: fc.Arbitrary<ClockStop> = fc
  .record({
    from: hours,
    length: lengths,
    basis: fc.constantFrom('documents-awaited', 'retake-ban', 'service-outage'),
    effect: fc.constant<'continue' | 'anew'>('continue'),
    wholeDays: fc.boolean(),
    delay: fc.integer({ min: 0, max: 48 }),
  })
  .map(({ from, length, delay, ...stop }) => ({
    ...stop,
    from: instantAfter(from),
    to: instantAfter(from + length),
    by: caseworker,
    knownAt: instantAfter(from + delay),
  }));

export const openStops: fc.Arbitrary<ClockStop> = knownStops.map((stop) => ({ ...stop, to: null }));
export const anewStops: fc.Arbitrary<ClockStop> = knownStops.map((stop) => ({ ...stop, effect: 'anew' }));
const extensions = fc
  .record({ days: fc.integer({ min: 1, max: 30 }), knownAt: hours })
  .map(({ days, knownAt }) => ({ ...anExtension(days), knownAt: instantAfter(knownAt) }));

export const terms: fc.Arbitrary<Term> = fc.record({
  days: fc.integer({ min: 1, max: 45 }),
  unit: fc.constantFrom('calendar-days', 'working-days'),
});
export const moments = fc.record({
  at: fc.integer({ min: -72, max: 300 * 24 }).map(instantAfter),
  calendar: fc.constantFrom('kz-2026-01', 'kz-2026-03'),
});

/** Stops that continue, all with a known end. */
export const plainLedgers: fc.Arbitrary<Ledger> = fc.record({
  startedAt: fc.integer({ min: 0, max: 23 }).map(instantAfter),
  endedAt: fc.constant(null),
  stops: fc.array(knownStops, { maxLength: 6 }),
  extensions: fc.array(extensions, { maxLength: 3 }),
});

/** Any ledger: stops of both effects, some of them open, ended or not. */
export const ledgers: fc.Arbitrary<Ledger> = fc.record({
  startedAt: fc.integer({ min: 0, max: 23 }).map(instantAfter),
  endedAt: fc.option(fc.integer({ min: 24, max: 200 * 24 }).map(instantAfter)),
  stops: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: knownStops },
      { weight: 1, arbitrary: anewStops },
      { weight: 1, arbitrary: openStops },
    ),
    { maxLength: 6 },
  ),
  extensions: fc.array(extensions, { maxLength: 3 }),
});
