/** Asks again and again until something is ready, has died, or the time is up. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  what: string;
  timeoutMs: number;
  everyMs?: number;
  /** Settles the wait at once when what we wait for can no longer come. */
  failed?: () => string | undefined;
}

/** Resolves when `ready` returns true; a thrown error counts as "not yet" and is named if the time runs out. */
export async function waitUntil(ready: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    const failure = options.failed?.();
    if (failure !== undefined) throw new Error(failure);
    try {
      if (await ready()) return;
    } catch (error) {
      last = error;
    }
    await sleep(options.everyMs ?? 50);
  }
  throw new Error(`${options.what} was not ready after ${options.timeoutMs / 1000} s.`, { cause: last });
}
