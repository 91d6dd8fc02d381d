/** People at their desks who wait until something has become so. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDesk as openDesk, type Call, type Reply } from '../../scripts/desk';

export type { Call, Reply } from '../../scripts/desk';

export function createDesk(apiUrl: string, identityUrl: string) {
  const desk = openDesk(apiUrl, identityUrl);

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

  /** Asks under one key until there is an answer, of whatever kind: a busy service may say 202 or 503 first. */
  function answered(persona: string, line: string, call: Call): Promise<Reply> {
    const key = randomUUID();
    const isAnswer = ({ status }: Reply) => status !== 202 && status < 500;
    return until(() => desk.call(persona, line, { ...call, key }), isAnswer);
  }

  return { ...desk, until, answered };
}
export type Desk = ReturnType<typeof createDesk>;
