/** News of committed changes: one connection listens, whoever waits for a case is woken. */
import { Client } from 'pg';
import { caseChanged } from './announcement';

/** Listens on one connection of its own and takes a new one when it breaks; `onTrouble` hears of each break. */
export function createChanges(url: string, onTrouble: (error: Error) => void) {
  const waiters = new Map<string, Set<() => void>>();
  let client: Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function wake(caseId: string): void {
    for (const resolve of waiters.get(caseId) ?? []) resolve();
  }

  async function listen(): Promise<void> {
    const fresh = new Client({ connectionString: url, keepAlive: true });
    fresh.on('notification', ({ payload }) => wake(payload?.split(' ')[0] ?? ''));
    fresh.on('error', (error) => {
      onTrouble(error);
      again();
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${caseChanged}`);
    } catch (error) {
      fresh.end().catch(onTrouble);
      throw error;
    }
    if (closed) return fresh.end();
    client = fresh;
    for (const caseId of waiters.keys()) wake(caseId);
  }

  function again(): void {
    if (closed || retry !== undefined) return;
    client?.end().catch(onTrouble);
    client = undefined;
    retry = setTimeout(() => {
      retry = undefined;
      listen().catch((error: Error) => {
        onTrouble(error);
        again();
      });
    }, 500);
  }

  return {
    listen,
    /** Resolves at the next change of the case, after the time, or when the signal aborts; spurious wakes happen. */
    waitForChange(caseId: string, timeoutMs: number, signal?: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const waiting = waiters.get(caseId) ?? new Set();
        waiters.set(caseId, waiting);
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          waiting.delete(done);
          if (waiting.size === 0) waiters.delete(caseId);
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        waiting.add(done);
        signal?.addEventListener('abort', done, { once: true });
        if (signal?.aborted) done();
      });
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      for (const caseId of waiters.keys()) wake(caseId);
      await client?.end();
    },
  };
}
export type Changes = ReturnType<typeof createChanges>;
