/** Keeps the register's pulse for as long as this process takes acts. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Heartbeat } from '../db/heartbeat';

const betweenBeatsMs = 15_000;

export function createPulse(heartbeat: Heartbeat, onTrouble: (error: Error) => void) {
  const stopped = new AbortController();
  return {
    async run(): Promise<void> {
      while (!stopped.signal.aborted) {
        await heartbeat.beat().catch(onTrouble);
        await sleep(betweenBeatsMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    },
    stop: () => stopped.abort(),
  };
}
