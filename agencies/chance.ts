/** Chance that can be repeated: the same seed and the same subject give the same number. */
import { createHash } from 'node:crypto';

/** A number from 0 up to, not including, 1. */
export function chance(seed: number, subject: string): number {
  return createHash('sha256').update(`${seed}:${subject}`).digest().readUInt32BE() / 2 ** 32;
}
