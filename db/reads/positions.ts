/** Where a case is in its story: the cheapest thing that can be asked about it. */
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../connect';
import { cases, caseTime } from '../schema';
import { createGathered } from './gathered';

/** `offsetMs`: how far the case lives ahead of the wall clock, zero outside development. */
export interface Position {
  seq: number;
  applicantId: string;
  offsetMs: number;
}

const columns = {
  seq: cases.seq,
  applicantId: cases.applicantId,
  offsetMs: sql<number>`coalesce(${caseTime.offsetMs}, 0)`.mapWith(Number),
};

/**
 * Builds `findPosition(caseId)`: a prepared statement on two primary keys, one for all who ask at the same moment. Who
 * asks alone has a statement of his own, since PostgreSQL plans a list of one anew each time.
 */
export function createPositions(db: Database) {
  const prepare = (name: string, condition: SQL) =>
    db
      .select({ caseId: cases.caseId, position: columns })
      .from(cases)
      .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
      .where(condition)
      .prepare(name);
  const alone = prepare('find_position', eq(cases.caseId, sql.placeholder('caseId')));
  const together = prepare('find_positions', sql`${cases.caseId} = any(${sql.placeholder('caseIds')})`);

  return createGathered<Position>(async (caseIds) => {
    const [caseId] = caseIds;
    const rows = caseIds.length === 1 ? await alone.execute({ caseId }) : await together.execute({ caseIds });
    return new Map(rows.map((row) => [row.caseId, row.position]));
  });
}
