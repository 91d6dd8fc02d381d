/** Development: moving a case ahead of the wall clock. */
import { sql } from 'drizzle-orm';
import type { Database } from './connect';
import { caseTime } from './schema';

export function createCaseTime(db: Database) {
  return {
    /** Moves the case by so many milliseconds (back, when negative) and returns its whole offset. */
    async move(caseId: string, byMs: number): Promise<number> {
      const [row] = await db
        .insert(caseTime)
        .values({ caseId, offsetMs: byMs })
        .onConflictDoUpdate({
          target: caseTime.caseId,
          set: { offsetMs: sql`${caseTime.offsetMs} + ${byMs}` },
        })
        .returning();
      return row?.offsetMs ?? 0;
    },

    async set(caseId: string, offsetMs: number): Promise<void> {
      await db
        .insert(caseTime)
        .values({ caseId, offsetMs })
        .onConflictDoUpdate({ target: caseTime.caseId, set: { offsetMs } });
    },
  };
}
export type CaseTime = ReturnType<typeof createCaseTime>;
