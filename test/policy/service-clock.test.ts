/** The service clock: days used and left, when the term ends, and what a stop may and may not do to it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClockSegment } from '../../domain/case-file';
import { lawDayNumber } from '../../domain/law-day';
import { readClock } from '../../policy/service-clock';
import { aCaseFile, onDay } from '../support/case-files';

type Kind = ClockSegment['kind'];
const policyVersion = '2026-04-13';
const endOfDay = (day: number) => onDay(day, '19:00:00.000');

/** A ledger from stretches that follow each other, each from an instant on; the last one lasts. */
function ledger(...stretches: [Kind, string][]): ClockSegment[] {
  return stretches.map(([kind, from], index) => ({
    kind,
    from,
    to: stretches[index + 1]?.[1] ?? null,
    basis: kind === 'running' ? 'verification' : 'awaiting-form',
  }));
}

function read(segments: ClockSegment[], at: string) {
  return readClock({ policyVersion, clock: { segments, warnedAt: null } }, at);
}

describe('a running clock', () => {
  const segments = ledger(['stopped', onDay(0)], ['running', onDay(5)]);

  test.each<[string, string, number]>([
    ['the day on which it started', onDay(5, '18:59:59.999'), 0],
    ['the day after', endOfDay(5), 1],
    ['late on the day after', onDay(6, '18:59:59.999'), 1],
    ['the tenth day', onDay(15), 10],
    ['the last day', onDay(35), 30],
    ['the day after the last', onDay(36), 31],
  ])('on %s has used its days', (_, at, daysUsed) => {
    expect(read(segments, at)).toEqual({
      termDays: 30,
      daysUsed,
      daysLeft: 30 - daysUsed,
      dueAt: endOfDay(35),
      warnAt: endOfDay(30),
      running: true,
    });
  });

  test('that started late in the evening ends no earlier', () => {
    expect(read(ledger(['running', onDay(5, '18:59:59.999')]), onDay(6)).dueAt).toBe(endOfDay(35));
    expect(read(ledger(['running', onDay(5, '19:00:00.000')]), onDay(6)).dueAt).toBe(endOfDay(36));
  });
});

describe('a clock that stands', () => {
  test('has no end that could be named', () => {
    const segments = ledger(['running', onDay(5)], ['stopped', onDay(9)]);
    expect(read(segments, onDay(50))).toEqual({
      termDays: 30,
      daysUsed: 4,
      daysLeft: 26,
      dueAt: null,
      warnAt: null,
      running: false,
    });
  });

  test('gives back every day that it stood', () => {
    const segments = ledger(['running', onDay(5)], ['stopped', onDay(9)], ['running', onDay(19)]);
    expect(read(segments, onDay(19))).toMatchObject({ daysUsed: 4, dueAt: endOfDay(45), running: true });
  });

  test('and starts again on the same day has changed nothing', () => {
    const segments = ledger(
      ['running', onDay(5)],
      ['stopped', onDay(9, '05:00:00.000')],
      ['running', onDay(9, '11:00:00.000')],
    );
    expect(read(segments, onDay(20))).toEqual(read(ledger(['running', onDay(5)]), onDay(20)));
  });

  test('of a case that was never submitted has used nothing', () => {
    expect(readClock(aCaseFile({ status: 'awaiting-form' }), onDay(30))).toMatchObject({
      daysUsed: 0,
      dueAt: null,
    });
  });

  test('of a closed case stands still for ever', () => {
    const file = aCaseFile({ status: 'granted' });
    expect(readClock(file, onDay(12))).toEqual(readClock(file, onDay(400)));
    expect(readClock(file, onDay(12))).toMatchObject({ daysUsed: 7, running: false, dueAt: null });
  });
});

describe('whatever the ledger', () => {
  const hourMs = 60 * 60 * 1000;
  const begin = Date.parse(onDay(0));
  const instantOf = (ms: number) => new Date(begin + ms).toISOString();
  const spans = fc.array(fc.integer({ min: 1, max: 40 * 24 * hourMs }), { minLength: 1, maxLength: 8 });

  /** Stretches that alternate from a first kind on, and the instant at which the last one began. */
  const ledgers = fc
    .record({ first: fc.constantFrom<Kind>('running', 'stopped'), spans })
    .map(({ first, spans }) => {
      const starts = spans.reduce<number[]>((all, span) => [...all, all.at(-1)! + span], [0]);
      const other = first === 'running' ? 'stopped' : 'running';
      const segments = ledger(
        ...starts.map((ms, index): [Kind, string] => [index % 2 === 0 ? first : other, instantOf(ms)]),
      );
      return { segments, lastFrom: starts.at(-1)! };
    });
  const ahead = fc.nat(60 * 24 * hourMs);

  test('days used and days left are the term', () => {
    fc.assert(
      fc.property(ledgers, ahead, ({ segments, lastFrom }, ms) => {
        const { termDays, daysUsed, daysLeft } = read(segments, instantOf(lastFrom + ms));
        expect(daysUsed + daysLeft).toBe(termDays);
        expect(daysUsed).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('days used never decrease as time goes on', () => {
    fc.assert(
      fc.property(ledgers, fc.tuple(ahead, ahead), ({ segments, lastFrom }, [a, b]) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
          read(segments, instantOf(lastFrom + ms)),
        );
        expect(late!.daysUsed).toBeGreaterThanOrEqual(early!.daysUsed);
      }),
    );
  });

  test('splitting any stretch in two changes nothing', () => {
    fc.assert(
      fc.property(ledgers, fc.tuple(fc.nat(), ahead), ({ segments, lastFrom }, [pick, ms]) => {
        const index = pick % segments.length;
        const { from, to, ...same } = segments[index]!;
        const at = instantOf(lastFrom + ms);
        const middle = new Date((Date.parse(from) + Date.parse(to ?? at)) / 2).toISOString();
        const halves = [
          { ...same, from, to: middle },
          { ...same, from: middle, to },
        ];
        const split = [...segments.slice(0, index), ...halves, ...segments.slice(index + 1)];
        expect(read(split, at)).toEqual(read(segments, at));
      }),
    );
  });

  test('a stop never makes the due date earlier, and moves it by its days', () => {
    fc.assert(
      fc.property(ledgers, fc.tuple(ahead, ahead), ({ segments, lastFrom }, [afterMs, stoodMs]) => {
        const last = segments.at(-1)!;
        fc.pre(last.kind === 'running');
        const stop = instantOf(lastFrom + afterMs);
        const start = instantOf(lastFrom + afterMs + stoodMs);
        const before = read(segments, start).dueAt!;
        const stretches: [Kind, string][] = [
          ['running', last.from],
          ['stopped', stop],
          ['running', start],
        ];
        const later = read([...segments.slice(0, -1), ...ledger(...stretches)], start).dueAt!;
        expect(later >= before).toBe(true);
        expect(lawDayNumber(later) - lawDayNumber(before)).toBe(lawDayNumber(start) - lawDayNumber(stop));
      }),
    );
  });

  test('the days used reach the term on the last day that the due date allows', () => {
    fc.assert(
      fc.property(ledgers, ({ segments }) => {
        const { dueAt, termDays } = read(segments, segments.at(-1)!.from);
        fc.pre(dueAt !== null && dueAt > segments.at(-1)!.from);
        const lastMoment = new Date(Date.parse(dueAt!) - 1).toISOString();
        expect(read(segments, lastMoment).daysUsed).toBe(termDays);
        expect(read(segments, dueAt!).daysUsed).toBe(termDays + 1);
      }),
    );
  });
});
