/** Chance by a seed: the same seed and subject give the same filing, the same flaw, the same fault. */
import { createHash } from 'node:crypto';

/** Draws one after another; `subject` keeps the draws of one filing apart from those of every other. */
export function createDraws(seed: number, subject: string) {
  let drawn = 0;
  /** From 0 up to, not including, 1. */
  function next(): number {
    drawn += 1;
    return createHash('sha256').update(`${seed}:${subject}:${drawn}`).digest().readUInt32BE() / 2 ** 32;
  }
  return {
    next,
    /** A whole number from `least` to `most`, both included. */
    whole: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    one<T>(of: readonly [T, ...T[]]): T {
      return of[Math.floor(next() * of.length)] ?? of[0];
    },
    happens: (share: number) => next() < share,
  };
}
export type Draws = ReturnType<typeof createDraws>;
