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
}

export function openLedger(startedAt: string): Ledger {
  return { startedAt, endedAt: null, stops: [], extensions: [] };
}

/** A stop by the rule unless somebody is named; open unless an end is. */
export function stopLedger<L extends Ledger>(ledger: L, stop: NewStop): L {
  const { from, to = null, basis, by = theService, effect = 'continue', wholeDays = false } = stop;
  const added: ClockStop = { from, to, basis, by, effect, wholeDays, knownAt: from };
  return { ...ledger, stops: [...ledger.stops, added] };
}

/** Ends the open stops of the rule, or of an officer, at an instant. */
export function resumeLedger<L extends Ledger>(ledger: L, at: string, whose: 'rule' | 'officer'): L {
  const ends = ({ to, by }: ClockStop) => to === null && (by.role === 'service') === (whose === 'rule');
  return { ...ledger, stops: ledger.stops.map((stop) => (ends(stop) ? { ...stop, to: at } : stop)) };
}

/** Nothing is counted after the end, and no stop outlasts it. */
export function endLedger<L extends Ledger>(ledger: L, at: string): L {
  if (ledger.endedAt !== null) return ledger;
  const stops = ledger.stops.map((stop) => (stop.to === null || stop.to > at ? { ...stop, to: at } : stop));
  return { ...ledger, endedAt: at, stops };
}

export function standsByRule({ stops }: Ledger): boolean {
  return stops.some(({ to, by }) => to === null && by.role === 'service');
}
