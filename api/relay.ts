/** Delivers what was registered while no worker answered: in the order of the stamps, each entry once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Intake, IntakeEntry } from '../db/intake';
import type { Deliver } from './delivery';

interface RelayDeps {
  intake: Intake;
  deliver: Deliver;
  onTrouble: (error: Error, number: number | null) => void;
  /** Hears of an entry that could not be brought for so long that a person should look, and again while it cannot. */
  onStuck: (entry: IntakeEntry) => void;
  pauseMs?: number;
}

const atOnce = 20;
const deliverMs = 5_000;
const leaseMs = 10_000;
const longestPauseMs = 10_000;
/** At the longest pause some five minutes. */
const stuckAfterTries = 30;

export function createRelay({ intake, deliver, onTrouble, onStuck, pauseMs = 300 }: RelayDeps) {
  const stopped = new AbortController();

  async function bring(entry: IntakeEntry): Promise<void> {
    if (entry.tries % stuckAfterTries === 0) onStuck(entry);
    const again = Math.min(pauseMs * 2 ** entry.tries, longestPauseMs);
    try {
      const settlement = await deliver(entry, deliverMs);
      if (settlement === undefined) await intake.release(entry.number, again);
      else await intake.settle(entry.number, settlement);
    } catch (error) {
      onTrouble(error as Error, entry.number);
      await intake
        .release(entry.number, longestPauseMs)
        .catch((trouble: Error) => onTrouble(trouble, entry.number));
    }
  }

  const underWay = new Set<Promise<void>>();

  /** Takes up what waits, as far as hands are free; true when something was taken. */
  async function takeUp(): Promise<boolean> {
    const hands = atOnce - underWay.size;
    const entries = hands > 0 ? await intake.claim(hands, leaseMs) : [];
    for (const entry of entries) {
      const bringing = bring(entry).finally(() => underWay.delete(bringing));
      underWay.add(bringing);
    }
    return entries.length > 0;
  }

  /** One round, until everything that was taken has been brought or given back. */
  async function round(): Promise<boolean> {
    const taken = await takeUp();
    await Promise.all(underWay);
    return taken;
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const busy = await takeUp().catch((error: Error) => {
        onTrouble(error, null);
        return false;
      });
      if (!busy) await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
    await Promise.all(underWay);
  }

  return { run, round, stop: () => stopped.abort() };
}
