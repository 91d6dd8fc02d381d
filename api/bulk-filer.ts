/** Works through the rows of employers' files: few at a time, each by lease, until it is settled. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkRows, RowToFile } from '../db/desk/bulk-filings';
import type { BulkSteps } from './bulk-steps';

interface FilerDeps {
  rows: Pick<BulkRows, 'claim' | 'release' | 'settle'>;
  step: BulkSteps;
  /** How many rows are under way at once; 0: none is ever taken. */
  atOnce: number;
  onTrouble: (error: Error, row: RowToFile | null) => void;
  /** Hears of a row whose filing breaks and breaks, each time; a person should look. */
  onStuck: (row: RowToFile) => void;
  pauseMs?: number;
}

/** A row's steps may each wait for the workflow, and none for longer than an answer may take. */
const leaseMs = 30_000;
const longestPauseMs = 30_000;
/** Some four minutes after the first. */
const stuckAfterTroubles = 9;
const longestTroubledPauseMs = 30 * 60_000;

export function createBulkFiler(deps: FilerDeps) {
  const { rows, step, atOnce, onTrouble, onStuck, pauseMs = 500 } = deps;
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function file(row: RowToFile): Promise<void> {
    try {
      const outcome = await step(row);
      if (outcome === 'later') await rows.release(row, doubled(row.tries, longestPauseMs), 0);
      else await rows.settle(row, outcome);
    } catch (error) {
      onTrouble(error as Error, row);
      await giveBackTroubled(row).catch((trouble: Error) => onTrouble(trouble, row));
    }
  }

  async function giveBackTroubled(row: RowToFile): Promise<void> {
    const troubles = row.troubles + 1;
    if (troubles >= stuckAfterTroubles) onStuck(row);
    await rows.release(row, doubled(troubles, longestTroubledPauseMs), troubles);
  }

  const doubled = (times: number, longestMs: number) => Math.min(pauseMs * 2 ** times, longestMs);

  /** True when every hand is busy: then there may be more. */
  async function takeUp(): Promise<boolean> {
    const hands = atOnce - underWay.size;
    const taken = hands > 0 ? await rows.claim(hands, leaseMs) : [];
    for (const row of taken) {
      const filing = file(row).finally(() => underWay.delete(filing));
      underWay.add(filing);
    }
    return underWay.size >= atOnce;
  }

  async function run(): Promise<void> {
    while (atOnce > 0 && !stopped.signal.aborted) {
      const busy = await takeUp().catch((error: Error) => {
        onTrouble(error, null);
        return false;
      });
      if (busy) await Promise.race(underWay);
      else await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
    await Promise.all(underWay);
  }

  return { run, stop: () => stopped.abort() };
}
