/** What no ledger can say: an instant that is none, an end before its beginning, an end that nobody or somebody too many made. */
import type { ClockStop, Ledger } from '../../domain/clock';
import type { Telling } from '../../domain/clock-reading';

/** `begun` and `end` are said by today's certificates alone. */
type Stated = Omit<Ledger, 'stops'> & { begun?: Telling; stops: (ClockStop & { end?: Telling | null })[] };

/** JSON pointers into the ledger, in its own order; empty for one that can be counted. */
export function faultsOf({ startedAt, endedAt, stops, extensions, begun }: Stated): string[] {
  const faults = [
    !isInstant(startedAt) && '/startedAt',
    begun !== undefined && !isInstant(begun.knownAt) && '/begun/knownAt',
    endedAt !== null && !isInOrder(startedAt, endedAt) && '/endedAt',
    ...stops.flatMap(({ from, to, knownAt, end }, index) => [
      !isInstant(from) && `/stops/${index}/from`,
      to !== null && !isInOrder(from, to) && `/stops/${index}/to`,
      !isInstant(knownAt) && `/stops/${index}/knownAt`,
      end !== undefined && (end === null) !== (to === null) && `/stops/${index}/end`,
      end && !isInstant(end.knownAt) && `/stops/${index}/end/knownAt`,
    ]),
    ...extensions.map(({ knownAt }, index) => !isInstant(knownAt) && `/extensions/${index}/knownAt`),
  ];
  return faults.filter((fault) => typeof fault === 'string');
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function isInOrder(from: string, to: string): boolean {
  return Date.parse(from) <= Date.parse(to);
}
