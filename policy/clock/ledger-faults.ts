/** What no ledger can say: an instant that is none, and an end before its beginning. */
import type { Ledger } from '../../domain/clock';

/** JSON pointers into the ledger, in its own order; empty for one that can be counted. */
export function faultsOf({ startedAt, endedAt, stops, extensions }: Ledger): string[] {
  const faults = [
    !isInstant(startedAt) && '/startedAt',
    endedAt !== null && !isInOrder(startedAt, endedAt) && '/endedAt',
    ...stops.flatMap(({ from, to, knownAt }, index) => [
      !isInstant(from) && `/stops/${index}/from`,
      to !== null && !isInOrder(from, to) && `/stops/${index}/to`,
      !isInstant(knownAt) && `/stops/${index}/knownAt`,
    ]),
    ...extensions.map(({ knownAt }, index) => !isInstant(knownAt) && `/extensions/${index}/knownAt`),
  ];
  return faults.filter((fault) => fault !== false);
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function isInOrder(from: string, to: string): boolean {
  return Date.parse(from) <= Date.parse(to);
}
