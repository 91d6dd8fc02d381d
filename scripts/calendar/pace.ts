/** Keeps work from going faster than it may. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Each call resolves when the next one may begin; time lost is not caught up. */
export function createPace(perSecond: number): () => Promise<void> {
  const betweenMs = 1000 / perSecond;
  let nextAt = 0;
  return async () => {
    const waitMs = nextAt - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    nextAt = performance.now() + betweenMs;
  };
}
