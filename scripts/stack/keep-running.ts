/** Keeps one part of the stack running: starts it again, later and later, whenever it ends unasked. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Part {
  child: { ended: Promise<string> };
}

export interface KeepRunningOptions<T extends Part> {
  name: string;
  /** Resolves when the part is ready. Once `abandon` is aborted its child must end, ready or not. */
  start: (abandon: AbortSignal) => Promise<T>;
  say: (line: string) => void;
  backoffMs?: { first: number; longest: number };
}

/** `ready` rejects when the very first start fails; later failures are told and tried again until `stop`. */
export function keepRunning<T extends Part>(options: KeepRunningOptions<T>) {
  const { name, start, say, backoffMs = { first: 1_000, longest: 30_000 } } = options;
  const stopping = new AbortController();

  async function restart(pauseMs: number): Promise<T | undefined> {
    await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return undefined;
    try {
      const part = await start(stopping.signal);
      say(`${name} is ready again`);
      return part;
    } catch (error) {
      say((error as Error).message);
      return undefined;
    }
  }

  async function watch(first: T): Promise<void> {
    let nextPauseMs = backoffMs.first;
    let startedAt = Date.now();
    for (let part: T | undefined = first; ;) {
      const how = part ? await part.child.ended : `${name} did not get ready`;
      if (stopping.signal.aborted) return;
      const livedLong = Date.now() - startedAt > 2 * backoffMs.longest;
      const pauseMs = livedLong ? backoffMs.first : nextPauseMs;
      nextPauseMs = Math.min(pauseMs * 2, backoffMs.longest);
      say(`${how}; starting it again in ${pauseMs / 1000} s`);
      startedAt = Date.now();
      part = await restart(pauseMs);
    }
  }

  const ready = start(stopping.signal);
  const watching = ready.then(watch, () => undefined);
  return {
    ready,
    /** Resolves when the part has ended and will not come back. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await watching;
    },
  };
}
