/** How facts are added to the ledger of a clock; what they come to is for the policy to count. */
import { theService, type Actor } from './actor';
import type { ClockStop, Ledger, StopEffect } from './clock';

export interface NewStop {
  from: string;
  to?: string | null;
  basis: string;
  by?: Actor;
  effect?: StopEffect;
  wholeDays?: boolean;
  knownAt?: string;
}

export function openLedger(startedAt: string): Ledger {
  return { startedAt, endedAt: null, stops: [], extensions: [] };
}

/** A stop by the rule unless somebody is named; open unless an end is; known from its beginning on unless said. */
export function stopLedger<L extends Ledger>(ledger: L, stop: NewStop): L {
  const { from, to = null, basis, by = theService, effect = 'continue', wholeDays = false } = stop;
  const added: ClockStop = { from, to, basis, by, effect, wholeDays, knownAt: stop.knownAt ?? from };
  return { ...ledger, stops: [...ledger.stops, added] };
}

/** Ends the open stops of the rule, or of an officer, at an instant; none before it began, whatever its stamp says. */
export function resumeLedger<L extends Ledger>(ledger: L, at: string, whose: 'rule' | 'officer'): L {
  const ends = ({ to, by }: ClockStop) => to === null && (by.role === 'service') === (whose === 'rule');
  const stops = ledger.stops.map((stop) => (ends(stop) ? { ...stop, to: laterOf(stop.from, at) } : stop));
  return { ...ledger, stops };
}

/**
 * Nothing is counted after the end, and no stop outlasts it; one that the end cuts short lets nothing begin anew.
 * The end is not before the facts that the ledger has.
 */
export function endLedger<L extends Ledger>(ledger: L, at: string): L {
  if (ledger.endedAt !== null) return ledger;
  const endedAt = ledger.stops.map(({ from }) => from).reduce(laterOf, laterOf(ledger.startedAt, at));
  const cut = (stop: ClockStop): ClockStop =>
    stop.to === null || stop.to > endedAt ? { ...stop, to: endedAt, effect: 'continue' } : stop;
  return { ...ledger, endedAt, stops: ledger.stops.map(cut) };
}

/** Of two instants. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** Goes on counting after an end: the time between is a stop by the rule. */
export function reopenLedger<L extends Ledger>(ledger: L, at: string): L {
  const { endedAt } = ledger;
  if (endedAt === null) return ledger;
  return stopLedger(
    { ...ledger, endedAt: null },
    { from: endedAt, to: laterOf(at, endedAt), basis: 'elsewhere' },
  );
}

export function standsByRule({ stops }: Ledger): boolean {
  return stops.some(({ to, by }) => to === null && by.role === 'service');
}
