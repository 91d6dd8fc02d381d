/** A ledger as the stretches that it consists of: when the clock ran, when it stood, and on an extended term. */
import type { ClockExtension, ClockStop, Ledger } from '../../domain/clock';
import type { Segment, SegmentKind } from '../../domain/clock-reading';
import { canonicalJson } from '../../domain/canonical-json';
import { earlier } from './read-ledger';
import { standsAt } from './stopped-days';

type Fact = ClockStop | ClockExtension;
interface Piece<F extends Fact> {
  from: number;
  to: number;
  kind: SegmentKind;
  facts: readonly F[];
}
type LedgerOf<S extends ClockStop> = Ledger & { stops: readonly S[] };

/**
 * From the start up to `at`, or the clock's end, without a gap, in order. Stops that overlap are cut at their edges:
 * a segment names every stop that stood throughout it, so that each hour has its own complete reason. A stop of no length
 * is a segment of none. The order of the facts in the ledger has no meaning here either.
 */
export function segmentsOf(ledger: Ledger, at: string): Segment[] {
  return piecesOf(ledger, at).map(({ facts, ...piece }) => ({
    ...piece,
    grounds: facts.map(({ basis, by, knownAt }) => ({ basis, by, knownAt })),
  }));
}

/** The same with the facts themselves, as the ledger has them. */
export function piecesOf<S extends ClockStop>(ledger: LedgerOf<S>, at: string) {
  const stops = inOrder(ledger.stops, ({ from }) => from);
  const extensions = inOrder(ledger.extensions, ({ knownAt }) => knownAt);
  const pieces: Piece<S | ClockExtension>[] = [];
  const edges = edgesOf(ledger, at);
  edges.forEach((from, index) => {
    const momentary = stops.filter((stop) => Date.parse(stop.from) === from && isMomentary(stop));
    if (momentary.length > 0) pieces.push({ from, to: from, kind: 'stopped', facts: momentary });
    const to = edges[index + 1];
    if (to === undefined) return;
    const standing = stops.filter((stop) => standsAt(stop, from));
    const known = extensions.filter(({ knownAt }) => Date.parse(knownAt) <= from);
    const kind = standing.length > 0 ? 'stopped' : known.length > 0 ? 'extended' : 'running';
    pieces.push({ from, to, kind, facts: standing.length > 0 ? standing : known });
  });
  return joined(pieces).map(({ kind, from, to, facts }) => ({
    kind,
    from: instantOf(from),
    to: instantOf(to),
    facts,
  }));
}

/** Sorted by an instant of theirs; those of one instant by what they say. */
export function inOrder<T extends Fact>(facts: readonly T[], instant: (fact: T) => string): T[] {
  const msOf = (fact: T) => Date.parse(instant(fact));
  return [...facts].sort((a, b) => msOf(a) - msOf(b) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

function isMomentary({ from, to }: ClockStop): boolean {
  return to !== null && Date.parse(to) === Date.parse(from);
}

/** The instants, in milliseconds, at which something about the clock changes; none before it has begun. */
function edgesOf({ startedAt, endedAt, stops, extensions }: Ledger, at: string): number[] {
  const from = Date.parse(startedAt);
  const until = Date.parse(earlier(at, endedAt));
  if (until < from) return [];
  const changes = [
    ...stops.flatMap((stop) => [stop.from, stop.to ?? stop.from]),
    ...extensions.map(({ knownAt }) => knownAt),
  ].map((instant) => Date.parse(instant));
  const within = changes.filter((ms) => from < ms && ms < until);
  return [...new Set([from, ...within, until])].sort((a, b) => a - b);
}

function joined<F extends Fact>(pieces: readonly Piece<F>[]): Piece<F>[] {
  const whole: Piece<F>[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    if (before !== undefined && isSame(before, piece)) before.to = piece.to;
    else whole.push({ ...piece });
  }
  return whole;
}

function isSame<F extends Fact>(a: Piece<F>, b: Piece<F>): boolean {
  const isKind = a.kind === b.kind && a.facts.length === b.facts.length;
  return isKind && a.facts.every((fact, index) => fact === b.facts[index]);
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
