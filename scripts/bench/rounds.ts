/** Side by side in one run: the two sides take turns, and each round another one begins. */
import { setTimeout as sleep } from 'node:timers/promises';

const breathMs = 1_500;

/** Runs both sides once each round; between two turns what the last one left behind may finish. */
export async function alternate<O, B>(
  rounds: number,
  sides: { ours: () => Promise<O>; bare: () => Promise<B> },
): Promise<{ ours: O[]; bare: B[] }> {
  const seen: { ours: O[]; bare: B[] } = { ours: [], bare: [] };
  const turns = {
    ours: async () => void seen.ours.push(await sides.ours()),
    bare: async () => void seen.bare.push(await sides.bare()),
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      await turns[side]();
      await sleep(breathMs);
    }
  }
  return seen;
}

/**
 * Works through the items, so many at once; returns the seconds it took. Once one fails no other is begun, and it throws
 * when nothing is under way any more: what is measured next has the machine to itself.
 */
export async function workThrough<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const waiting = [...items];
  const startedAt = performance.now();
  const hand = async () => {
    try {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, hand));
  const failed = hands.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failed) throw failed.reason;
  return (performance.now() - startedAt) / 1000;
}
