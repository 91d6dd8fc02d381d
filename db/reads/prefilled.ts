/** What registers of the state said of the fields of a case's form. */
import { asc, eq } from 'drizzle-orm';
import type { StateSource } from '../../domain/permit';
import type { Database, Tx } from '../connect';
import { prefilledValues } from '../schema';
import { isoInstant } from './cases';

/** `pointer` leads into the form; `receivedAt` is an ISO instant. */
export interface Prefilled {
  pointer: string;
  value: string | boolean;
  source: StateSource;
  answerId: string;
  receivedAt: string;
}

export function createPrefilledReads(db: Database | Tx) {
  return {
    /** In the order of the pointers. */
    async listPrefilled(caseId: string): Promise<Prefilled[]> {
      const rows = await db
        .select()
        .from(prefilledValues)
        .where(eq(prefilledValues.caseId, caseId))
        .orderBy(asc(prefilledValues.pointer), asc(prefilledValues.source));
      return rows.map(({ caseId: _, receivedAt, ...row }) => ({
        ...row,
        receivedAt: isoInstant(receivedAt),
      }));
    },
  };
}
export type PrefilledReads = ReturnType<typeof createPrefilledReads>;
