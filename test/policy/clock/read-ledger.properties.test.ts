/** What must hold of every clock, whatever happened to it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClockStop, Ledger } from '../../../domain/clock';
import { shiftDays } from '../../../domain/law-day';
import { linesOf } from '../../../policy/clock/explain-ledger';
import { readLedger, type LedgerReading, type Term } from '../../../policy/clock/read-ledger';
import { segmentsOf } from '../../../policy/clock/segments';
import {
  aLedger,
  anewStops,
  anExtension,
  instantAfter,
  knownStops,
  ledgers,
  moments,
  morning,
  openStops,
  plainLedgers,
  terms,
} from './ledgers';
import { holds } from './seeds';
import { countSlowly, dateAt, dayAfter } from './slow-calendar';

const never = '9999';
const laterThan = ({ dueAt }: LedgerReading) => dueAt ?? never;
const withStop = (ledger: Ledger, ...stops: ClockStop[]): Ledger => ({
  ...ledger,
  stops: [...ledger.stops, ...stops],
});
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('the counter', () => {
  test('agrees with one that looks at day after day, whatever the ledger', () => {
    holds(
      fc.property(ledgers, terms, moments, (ledger, term, moment) => {
        const { daysUsed, dueOn } = readLedger(ledger, term, moment);
        expect({ daysUsed, dueOn }).toEqual(countSlowly(ledger, term, moment));
      }),
      400,
    );
  });

  const everyDate: string[] = [];
  for (let date = '2025-01-01'; date <= '2027-12-31'; date = dayAfter(date)) everyDate.push(date);

  test.each(
    ['kz-2026-01', 'kz-2026-03'].flatMap((calendar) =>
      (['calendar-days', 'working-days'] as const).map((unit) => [calendar, unit] as const),
    ),
  )(
    'agrees with it on every date of 2025 to 2027, in %s, in %s',
    (calendar, unit) => {
      const wrong: unknown[] = [];
      for (const date of everyDate) {
        for (const days of [1, 2, 3, 5, 15, 20, 30, 45]) {
          const ledger = aLedger({ startedAt: morning(date) });
          const moment = { at: morning(dayAfter(dayAfter(date))), calendar };
          const { daysUsed, dueOn } = readLedger(ledger, { days, unit }, moment);
          const slow = countSlowly(ledger, { days, unit }, moment);
          if (slow.dueOn !== dueOn || slow.daysUsed !== daysUsed)
            wrong.push({ date, days, dueOn, daysUsed, slow });
        }
      }
      expect(everyDate).toHaveLength(1095);
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

describe('a stop', () => {
  test('never makes the last day earlier', () => {
    const any = fc.oneof(knownStops, openStops, anewStops);
    holds(
      fc.property(ledgers, any, terms, moments, (ledger, stop, term, moment) => {
        const before = readLedger(ledger, term, moment);
        const after = readLedger(withStop(ledger, stop), term, moment);
        expect(laterThan(after) >= laterThan(before)).toBe(true);
      }),
    );
  });

  test('that continues never adds a day used', () => {
    holds(
      fc.property(ledgers, fc.oneof(knownStops, openStops), terms, moments, (ledger, stop, term, moment) => {
        const before = readLedger(ledger, term, moment).daysUsed;
        expect(readLedger(withStop(ledger, stop), term, moment).daysUsed).toBeLessThanOrEqual(before);
      }),
    );
  });

  const cuts = fc.double({ min: 0, max: 1, noNaN: true });
  test('that is told as two that meet changes nothing', () => {
    holds(
      fc.property(ledgers, knownStops, cuts, terms, moments, (ledger, stop, cut, term, moment) => {
        const [from, to] = [Date.parse(stop.from), Date.parse(stop.to!)];
        const middle = new Date(Math.round(from + (to - from) * cut)).toISOString();
        const halves = [
          { ...stop, to: middle },
          { ...stop, from: middle },
        ];
        expect(readLedger(withStop(ledger, ...halves), term, moment)).toEqual(
          readLedger(withStop(ledger, stop), term, moment),
        );
      }),
    );
  });

  test('that lasts, told as an end and a new beginning, changes nothing once both are over', () => {
    holds(
      fc.property(ledgers, openStops, terms, moments, fc.nat(400), (ledger, stop, term, moment, later) => {
        const middle = new Date(Date.parse(stop.from) + later * 3_600_000).toISOString();
        fc.pre(middle <= moment.at && (ledger.endedAt === null || middle <= ledger.endedAt));
        const halves = [
          { ...stop, to: middle },
          { ...stop, from: middle },
        ];
        expect(readLedger(withStop(ledger, ...halves), term, moment)).toEqual(
          readLedger(withStop(ledger, stop), term, moment),
        );
      }),
    );
  });

  test('within another one counts once', () => {
    holds(
      fc.property(plainLedgers, knownStops, fc.tuple(fc.nat(50), fc.nat(50)), terms, moments, (...given) => {
        const [ledger, stop, [head, tail], term, moment] = given;
        const from = new Date(Date.parse(stop.from) + head * 3_600_000).toISOString();
        const to = new Date(Date.parse(stop.to!) - tail * 3_600_000).toISOString();
        fc.pre(from <= to);
        const inner = { ...stop, from, to, basis: 'retake-ban' };
        expect(readLedger(withStop(ledger, stop, inner), term, moment)).toEqual(
          readLedger(withStop(ledger, stop), term, moment),
        );
      }),
    );
  });
});

describe('time', () => {
  const twoMoments = fc.tuple(fc.integer({ min: -72, max: 7200 }), fc.nat(3000));

  test('never takes a used day back, while stops continue', () => {
    const continuing = ledgers.map((ledger) => ({
      ...ledger,
      stops: ledger.stops.map((stop) => ({ ...stop, effect: 'continue' as const })),
    }));
    holds(
      fc.property(continuing, terms, twoMoments, (ledger, term, [at, later]) => {
        const used = (hours: number) =>
          readLedger(ledger, term, { at: instantAfter(hours), calendar: 'kz-2026-03' }).daysUsed;
        expect(used(at + later)).toBeGreaterThanOrEqual(used(at));
      }),
    );
  });

  test('takes used days back only when a stop is over after which the term begins anew', () => {
    holds(
      fc.property(ledgers, terms, twoMoments, (ledger, term, [at, later]) => {
        const used = (hours: number) =>
          readLedger(ledger, term, { at: instantAfter(hours), calendar: 'kz-2026-03' }).daysUsed;
        if (used(at + later) >= used(at)) return;
        const [from, to] = [instantAfter(at), instantAfter(at + later)];
        expect(ledger.stops.some((stop) => stop.effect === 'anew' && stop.to! > from && stop.to! <= to)).toBe(
          true,
        );
      }),
      500,
    );
  });

  test('makes days left negative only when the last day is over, and in the end it does', () => {
    holds(
      fc.property(plainLedgers, terms, moments, (ledger, term, moment) => {
        const { daysLeft, dueAt } = readLedger(ledger, term, moment);
        if (daysLeft < 0) expect(moment.at >= dueAt!).toBe(true);
        const longAfter = { ...moment, at: shiftDays(dueAt!, 400) };
        expect(readLedger(ledger, term, longAfter).daysLeft).toBeLessThan(0);
      }),
    );
  });

  test('leaves nothing in the last instant of the last day, and something in the one before the term is reached', () => {
    holds(
      fc.property(plainLedgers, terms, moments, (ledger, term, { calendar }) => {
        const { dueAt, reachedOn } = readLedger(ledger, term, { at: ledger.startedAt, calendar });
        const instant = (ms: number) => new Date(ms).toISOString();
        const lastMoment = { at: instant(Date.parse(dueAt!) - 1), calendar };
        expect(readLedger(ledger, term, lastMoment)).toMatchObject({ daysLeft: 0, dueAt });
        const eve = { at: instant(Date.parse(`${reachedOn!}T00:00:00+05:00`) - 1), calendar };
        expect(readLedger(ledger, term, eve).daysLeft).toBe(1);
      }),
    );
  });
});

describe('a reading', () => {
  const daysOf = ({ termDays, daysUsed, daysLeft }: LedgerReading) => [daysUsed + daysLeft, termDays];

  test('has days used and days left that make the term', () => {
    holds(
      fc.property(ledgers, terms, moments, (ledger, term, moment) => {
        const [sum, termDays] = daysOf(readLedger(ledger, term, moment));
        expect(sum).toBe(termDays);
        expect(termDays).toBe(ledger.extensions.reduce((all, { days }) => all + days, term.days));
      }),
    );
  });

  test('is the same in whatever order its ledger lists stops and extensions, and so are its segments and lines', () => {
    const reordered = ledgers.chain((ledger) =>
      fc.record({
        ledger: fc.constant(ledger),
        other: fc.record({
          startedAt: fc.constant(ledger.startedAt),
          endedAt: fc.constant(ledger.endedAt),
          stops: shuffled(ledger.stops),
          extensions: shuffled(ledger.extensions),
        }),
      }),
    );
    holds(
      fc.property(reordered, terms, moments, ({ ledger, other }, term, moment) => {
        expect(readLedger(other, term, moment)).toEqual(readLedger(ledger, term, moment));
        expect(segmentsOf(other, moment.at)).toEqual(segmentsOf(ledger, moment.at));
        expect(linesOf(other, term, moment)).toEqual(linesOf(ledger, term, moment));
      }),
    );
  });

  test('has no earlier last day for an extension, and a later one for one day more of a running term', () => {
    holds(
      fc.property(ledgers, terms, moments, fc.integer({ min: 1, max: 40 }), (ledger, term, moment, days) => {
        const extended = { ...ledger, extensions: [...ledger.extensions, anExtension(days)] };
        const [before, after] = [readLedger(ledger, term, moment), readLedger(extended, term, moment)];
        expect(laterThan(after) >= laterThan(before)).toBe(true);
        if (before.dueOn !== null) expect(after.reachedOn! > before.reachedOn!).toBe(true);
      }),
    );
  });

  test('names an end on a day after the start on which the clock ran', () => {
    holds(
      fc.property(plainLedgers, terms, moments, (ledger, term, moment) => {
        const { dueOn, dueAt } = readLedger(ledger, term, moment);
        expect(dueOn! > dateAt(ledger.startedAt)).toBe(true);
        expect(dueAt).toBe(new Date(`${dueOn!}T24:00:00+05:00`).toISOString());
        for (const stop of ledger.stops) {
          expect(dueOn! > dateAt(stop.from) && dueOn! <= dateAt(stop.to!)).toBe(false);
          expect(dueOn! === dateAt(stop.from) && dueOn! < dateAt(stop.to!)).toBe(false);
        }
      }),
    );
  });
});

describe('the lines', () => {
  const figures = (ledger: Ledger, term: Term, moment: { at: string; calendar: string }) => {
    const lines = linesOf(ledger, term, moment);
    const counted = lines.flatMap((line) => ('counted' in line ? [line.counted] : []));
    return { lines, sum: counted.reduce((all, each) => all + each, 0) };
  };

  test('make the reading when they are added up', () => {
    holds(
      fc.property(ledgers, terms, moments, (ledger, term, moment) => {
        const { termDays, daysUsed, dueOn } = readLedger(ledger, term, moment);
        const { lines, sum } = figures(ledger, term, moment);
        expect(sum).toBe(daysUsed);
        expect(lines.findLast((line) => 'daysUsed' in line)?.daysUsed ?? 0).toBe(daysUsed);
        expect(lines.findLast((line) => 'termDays' in line)).toMatchObject({ termDays });
        expect(lines.flatMap((line) => (line.kind === 'last-day' ? [line.dueOn] : []))).toEqual(
          dueOn === null ? [] : [dueOn],
        );
      }),
      400,
    );
  });

  test('share out every day between the start and now, each once', () => {
    holds(
      fc.property(ledgers, terms, moments, (ledger, term, moment) => {
        const { lines } = figures(ledger, term, moment);
        const until = [moment.at, ledger.endedAt ?? moment.at].sort()[0]!;
        let next = dayAfter(dateAt(ledger.startedAt));
        for (const line of lines) {
          if (!('days' in line) || !('counted' in line)) continue;
          expect(line.counted + line.daysOff + line.stood + line.movedOver).toBe(line.days);
          expect(line.fromOn === null).toBe(line.days === 0);
          if (line.fromOn === null || line.toOn === null) continue;
          expect(line.fromOn).toBe(next);
          next = dayAfter(line.toOn);
        }
        if (until > ledger.startedAt) expect(next).toBe(dayAfter(dateAt(until)));
      }),
    );
  });

  test('follow segments that lie end to end and overlap nowhere', () => {
    holds(
      fc.property(ledgers, moments, (ledger, { at }) => {
        const segments = segmentsOf(ledger, at);
        const until = [at, ledger.endedAt ?? at].sort()[0]!;
        fc.pre(until > ledger.startedAt);
        expect(segments[0]?.from).toBe(ledger.startedAt);
        expect(segments.at(-1)?.to).toBe(until);
        segments.slice(1).forEach((segment, index) => expect(segment.from).toBe(segments[index]?.to));
      }),
    );
  });
});
