/** The seeds of a run: some that never change, and one that is new each time and told, so that it can be run again. */
import { randomInt } from 'node:crypto';
import fc from 'fast-check';

const asked = process.env['CLOCK_SEED'];
const fresh = asked === undefined ? randomInt(2 ** 31) : Number(asked);
console.info(`clock properties: this run's own seed is ${fresh} (CLOCK_SEED=${fresh} runs it again)`);

export const seeds = [1, 20260213, 20260413, fresh] as const;

/**
 * Holds a property under every seed; on failure fast-check names seed, path and the smallest example, or the first one
 * where to look for a smaller would take an hour (`endOnFailure`).
 */
export function holds<T>(property: fc.IProperty<T>, numRuns = 250, endOnFailure = false): void {
  for (const seed of seeds) fc.assert(property, { seed, numRuns, endOnFailure });
}
