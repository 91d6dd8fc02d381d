/** People at their desks who wait until something has become so. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createDesk as openDesk } from '../../scripts/desk';

export type { Call, Reply } from '../../scripts/desk';

export function createDesk(apiUrl: string, identityUrl: string) {
  /** Asks until `holds`; throws with the last reply when it does not within the time. */
  async function until<T>(
    ask: () => Promise<T>,
    holds: (reply: T) => boolean,
    withinMs = 20_000,
  ): Promise<T> {
    const end = Date.now() + withinMs;
    for (;;) {
      const reply = await ask();
      if (holds(reply)) return reply;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(reply).slice(0, 2_000)}`);
      await sleep(50);
    }
  }

  return { ...openDesk(apiUrl, identityUrl), until };
}
export type Desk = ReturnType<typeof createDesk>;
