/** Where the record speaks of an act, and whether its case is over. */
import { and, desc, eq } from 'drizzle-orm';
import type { ActReceipt } from '../../domain/acts';
import type { Database } from '../connect';
import { caseEvents, cases, caseTime } from '../schema';

export function createActReads(db: Database) {
  return {
    /** The receipt of an act that is in the record already; its status is the one the case has now. */
    async findReceipt(caseId: string, intakeNumber: number): Promise<ActReceipt | undefined> {
      const [row] = await db
        .select({ seq: caseEvents.seq, status: cases.status })
        .from(caseEvents)
        .innerJoin(cases, eq(cases.caseId, caseEvents.caseId))
        .where(and(eq(caseEvents.caseId, caseId), eq(caseEvents.causeId, `intake:${intakeNumber}`)))
        .orderBy(desc(caseEvents.seq))
        .limit(1);
      return row;
    },

    /** Whether nothing can come any more: then its workflow has ended. */
    async isOver(caseId: string): Promise<boolean> {
      const row = await db.query.cases.findFirst({
        columns: { overAt: true },
        where: eq(cases.caseId, caseId),
      });
      return row !== undefined && row.overAt !== null;
    },

    /** Development: how far ahead of the wall clock a case lives, in milliseconds; 0 for every other case. */
    async offsetOf(caseId: string): Promise<number> {
      const row = await db.query.caseTime.findFirst({ where: eq(caseTime.caseId, caseId) });
      return row?.offsetMs ?? 0;
    },
  };
}
export type ActReads = ReturnType<typeof createActReads>;
