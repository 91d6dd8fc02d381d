/** Where a case is in its story: the cheapest thing that can be asked about it. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../connect';
import { cases, caseTime } from '../schema';

/** `offsetMs`: how far the case lives ahead of the wall clock, zero outside development. */
export interface Position {
  seq: number;
  applicantId: string;
  offsetMs: number;
}

/** Builds `findPosition(caseId)`; one prepared statement on two primary keys. */
export function createPositions(db: Database) {
  const position = db
    .select({
      seq: cases.seq,
      applicantId: cases.applicantId,
      offsetMs: sql<number>`coalesce(${caseTime.offsetMs}, 0)`.mapWith(Number),
    })
    .from(cases)
    .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
    .where(eq(cases.caseId, sql.placeholder('caseId')))
    .prepare('find_position');

  return async (caseId: string): Promise<Position | undefined> => {
    const [row] = await position.execute({ caseId });
    return row;
  };
}
