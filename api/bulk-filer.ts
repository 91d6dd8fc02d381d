/** Works through the rows of employers' files: few at a time, each by lease, until it is settled. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkRows, RowToFile } from '../db/desk/bulk-filings';
import type { BulkSteps } from './bulk-steps';

interface FilerDeps {
  rows: Pick<BulkRows, 'claim' | 'release' | 'settle'>;
  step: BulkSteps;
  /** How many rows are under way at once; 0: none is ever taken. */
  atOnce: number;
  onTrouble: (error: Error) => void;
  pauseMs?: number;
}

/** A row's steps may each wait for the workflow, and none for longer than an answer may take. */
const leaseMs = 30_000;
const longestPauseMs = 30_000;

export function createBulkFiler({ rows, step, atOnce, onTrouble, pauseMs = 500 }: FilerDeps) {
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function file(row: RowToFile): Promise<void> {
    try {
      const outcome = await step(row);
      if (outcome === 'later') await rows.release(row, pauseOf(row));
      else await rows.settle(row, outcome);
    } catch (error) {
      onTrouble(error as Error);
      await rows.release(row, pauseOf(row)).catch(onTrouble);
    }
  }

  const pauseOf = ({ tries }: RowToFile) => Math.min(pauseMs * 2 ** tries, longestPauseMs);

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
        onTrouble(error);
        return false;
      });
      if (busy) await Promise.race(underWay);
      else await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
    await Promise.all(underWay);
  }

  return { run, stop: () => stopped.abort() };
}
