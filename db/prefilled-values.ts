/** Keeping what a register said of a form's fields; whether it counts is for the record to say. */
import type { StateSource } from '../domain/permit';
import type { Database } from './connect';
import { prefilledValues } from './schema';

export interface Prefill {
  caseId: string;
  source: StateSource;
  answerId: string;
  values: readonly { pointer: string; value: string | boolean }[];
}

export function createPrefilledValues(db: Database) {
  return {
    /** All of them or none; idempotent by case, pointer, source and answer: what was kept once is not changed. */
    async keep({ values, ...from }: Prefill): Promise<void> {
      if (values.length === 0) return;
      await db
        .insert(prefilledValues)
        .values(values.map((value) => ({ ...from, ...value })))
        .onConflictDoNothing();
    },
  };
}
export type PrefilledValues = ReturnType<typeof createPrefilledValues>;
