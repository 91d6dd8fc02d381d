/** What registers of the state said of the fields of a case's form. */
import { and, asc, eq, exists, sql, type SQL } from 'drizzle-orm';
import type { StateSource } from '../../domain/permit';
import type { Database, Tx } from '../connect';
import { caseEvents, prefilledValues } from '../schema';
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
  const inRecord = exists(
    db
      .select({ seq: caseEvents.seq })
      .from(caseEvents)
      .where(
        and(
          eq(caseEvents.caseId, prefilledValues.caseId),
          eq(caseEvents.type, 'state-data-fetched'),
          sql`${caseEvents.data}->>'source' = ${prefilledValues.source}`,
          sql`${caseEvents.data}->'answer'->>'answerId' = ${prefilledValues.answerId}`,
        ),
      ),
  );

  async function list(which: SQL | undefined): Promise<Prefilled[]> {
    const { pointer, source, answerId } = prefilledValues;
    const rows = await db
      .select()
      .from(prefilledValues)
      .where(which)
      .orderBy(asc(pointer), asc(source), asc(answerId));
    return rows.map(({ caseId: _, receivedAt, ...row }) => ({ ...row, receivedAt: isoInstant(receivedAt) }));
  }

  return {
    /** Those that count: a recorded event names the answer that they were read from. In the order of the pointers. */
    listPrefilled: (caseId: string) => list(and(eq(prefilledValues.caseId, caseId), inRecord)),

    /** Also those of answers that the record does not name: they came too late, or another one came first. */
    listKeptValues: (caseId: string) => list(eq(prefilledValues.caseId, caseId)),
  };
}
export type PrefilledReads = ReturnType<typeof createPrefilledReads>;
