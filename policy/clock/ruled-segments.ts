/** The segments of a clock with all that stands behind each: its row of the policy, who made it so, who ended it, which calendars counted. */
import type { ClockExtension } from '../../domain/clock';
import type { RuledGround, RuledSegment, Term, Telling } from '../../domain/clock-reading';
import type { PinnedCalendar, ToldLedger, ToldStop } from '../../domain/clock-record';
import type { Rule } from '../rule';
import { termBasis, type GroundRow } from './ground-rows';
import { piecesOf } from './segments';

export interface RuledClock {
  term: Rule<Term>;
  ledger: ToldLedger;
  /** Of every ground that the ledger names. */
  rows: readonly GroundRow[];
}

/** As `segmentsOf` cuts them. Throws a RangeError for a ground without a row. */
export function ruledSegments(
  { term, ledger, rows }: RuledClock,
  { at, calendars }: { at: string; calendars: readonly PinnedCalendar[] },
): RuledSegment[] {
  const { source, confidence } = term;
  return piecesOf(ledger, at).map(({ kind, from, to, facts }) => {
    const running = kind === 'stopped' ? [] : whoMadeItRun(ledger, from);
    return {
      kind,
      from,
      to,
      grounds: [
        ...running.map((telling) => ({ basis: termBasis, ...telling, source, confidence, end: null })),
        ...facts.map((fact) => groundOf(fact, rows)),
      ],
      calendars: calendarsSince(calendars, from),
    };
  });
}

function groundOf(fact: ToldStop | ClockExtension, rows: readonly GroundRow[]): RuledGround {
  const { basis, by, knownAt } = fact;
  const row = rows.find((each) => each.basis === basis);
  if (row === undefined) throw new RangeError(`no row for the ground ${basis}`);
  return {
    basis,
    by,
    knownAt,
    source: row.source,
    confidence: row.confidence,
    end: 'end' in fact ? fact.end : null,
  };
}

/** Whoever ended the last stops before an instant, or began the clock; each once. */
function whoMadeItRun({ startedAt, begun, stops }: ToldLedger, from: string): Telling[] {
  const made = [
    { ms: Date.parse(startedAt), telling: begun },
    ...stops.flatMap(({ to, end }) =>
      to === null || end === null ? [] : [{ ms: Date.parse(to), telling: end }],
    ),
  ].filter(({ ms }) => ms <= Date.parse(from));
  const last = Math.max(...made.map(({ ms }) => ms));
  const those = made.filter(({ ms }) => ms === last).map(({ telling }) => telling);
  return those.filter((one, index) => those.findIndex((other) => isSame(one, other)) === index);
}

function isSame(one: Telling, other: Telling): boolean {
  return one.knownAt === other.knownAt && one.by.id === other.by.id && one.by.role === other.by.role;
}

/** A later calendar counts everything anew: what it found is counted by it too, and by those before it that were left. */
function calendarsSince(calendars: readonly PinnedCalendar[], from: string): string[] {
  const isLeftBefore = (next: PinnedCalendar | undefined) =>
    next !== undefined && Date.parse(next.knownAt) <= Date.parse(from);
  return calendars.filter((_, index) => !isLeftBefore(calendars[index + 1])).map(({ version }) => version);
}
