/** Cases as they stand. */
import { desc, eq, sql } from 'drizzle-orm';
import type { CaseFile } from '../../domain/case-file';
import type { Database, Tx } from '../connect';
import { cases, caseTime } from '../schema';

/** `waitingUntil`: when whoever has the ball must have acted, where the law says so. `headHash`: of its last event. */
export interface CaseRow {
  file: CaseFile;
  waitingUntil: string | null;
  headHash: string;
  offsetMs: number;
}

const columns = {
  file: cases.caseFile,
  waitingUntil: cases.waitingUntil,
  headHash: cases.headHash,
  offsetMs: sql<number>`coalesce(${caseTime.offsetMs}, 0)`.mapWith(Number),
};

export function createCases(db: Database | Tx) {
  const found = db
    .select(columns)
    .from(cases)
    .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
    .where(eq(cases.caseId, sql.placeholder('caseId')))
    .prepare('find_case');

  return {
    async findCase(caseId: string): Promise<CaseRow | undefined> {
      const [row] = await found.execute({ caseId });
      return row && rowOf(row);
    },

    /** The newest first. */
    async listCasesOf(applicantId: string, limit: number): Promise<CaseRow[]> {
      const rows = await db
        .select(columns)
        .from(cases)
        .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
        .where(eq(cases.applicantId, applicantId))
        .orderBy(desc(cases.openedAt), desc(cases.caseId))
        .limit(limit);
      return rows.map(rowOf);
    },
  };
}

function rowOf(row: CaseRow): CaseRow {
  return { ...row, waitingUntil: row.waitingUntil && isoInstant(row.waitingUntil) };
}

/** PostgreSQL writes instants in its session's zone; the service speaks UTC. */
export function isoInstant(text: string): string {
  return new Date(text).toISOString();
}
