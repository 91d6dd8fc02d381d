/** Files of workers: what became of each, row by row. */
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { bulkRowStates, type BulkRowState, type RowFault } from '../../domain/bulk-filing';
import type { Database, Tx } from '../connect';
import { findFilingOf } from '../known-file';
import { bulkFilings, bulkRows } from '../schema';
import { isoInstant } from './cases';

export interface BulkFilingSeen {
  filingId: string;
  uploadedBy: string;
  uploadedAt: string;
  /** How many rows are in each state. */
  rows: Record<BulkRowState, number>;
}

/** Without the data of its worker. */
export interface BulkRowSeen {
  row: number;
  state: BulkRowState;
  caseId: string | null;
  code: string | null;
  faults: RowFault[];
}

const counted = sql<Partial<Record<BulkRowState, number>>>`(
  SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
    SELECT state, count(*) AS n FROM ${bulkRows} r WHERE r.filing_id = ${bulkFilings}.filing_id GROUP BY state) s)`;

export function createBulkReads(db: Database | Tx) {
  const filings = () =>
    db
      .select({
        filingId: bulkFilings.filingId,
        uploadedBy: bulkFilings.uploadedBy,
        uploadedAt: bulkFilings.uploadedAt,
        counted,
      })
      .from(bulkFilings);

  return {
    /** The newest first, at most `limit`. */
    async listBulkFilings(employerId: string, limit: number): Promise<BulkFilingSeen[]> {
      const rows = await filings()
        .where(eq(bulkFilings.employerId, employerId))
        .orderBy(desc(bulkFilings.uploadedAt), desc(bulkFilings.filingId))
        .limit(limit);
      return rows.map(seen);
    },

    async findBulkFiling(employerId: string, filingId: string): Promise<BulkFilingSeen | undefined> {
      const [row] = await filings().where(
        and(eq(bulkFilings.employerId, employerId), eq(bulkFilings.filingId, filingId)),
      );
      return row && seen(row);
    },

    findFilingOf: (file: { employerId: string; sha256: string }) => findFilingOf(db, file),

    /** How many rows of a file were taken, and how many had faults; the same however far they are. */
    async findAcceptance(filingId: string): Promise<{ accepted: number; faulty: number }> {
      const { rows } = await db.execute<{ accepted: number; faulty: number }>(sql`
        SELECT count(*) FILTER (WHERE case_id IS NOT NULL)::int AS accepted,
          count(*) FILTER (WHERE case_id IS NULL)::int AS faulty
        FROM bulk_rows WHERE filing_id = ${filingId}`);
      const { accepted = 0, faulty = 0 } = rows[0] ?? {};
      return { accepted, faulty };
    },

    /** Rows of which nothing was filed, with their faults. */
    async listFaultyRows(filingId: string, limit: number): Promise<Pick<BulkRowSeen, 'row' | 'faults'>[]> {
      const { row, faults } = bulkRows;
      return db
        .select({ row, faults })
        .from(bulkRows)
        .where(and(eq(bulkRows.filingId, filingId), isNull(bulkRows.caseId)))
        .orderBy(asc(row))
        .limit(limit);
    },

    /** By row, those after `after`; only in one state when it is named. */
    async listBulkRows(
      filingId: string,
      { after, limit, state }: { after: number; limit: number; state?: BulkRowState | undefined },
    ): Promise<BulkRowSeen[]> {
      const { row, caseId, code, faults } = bulkRows;
      return db
        .select({ row, state: bulkRows.state, caseId, code, faults })
        .from(bulkRows)
        .where(
          and(
            eq(bulkRows.filingId, filingId),
            gt(row, after),
            state === undefined ? undefined : eq(bulkRows.state, state),
          ),
        )
        .orderBy(asc(row))
        .limit(limit);
    },
  };
}

function seen({
  counted: found,
  uploadedAt,
  ...row
}: Omit<BulkFilingSeen, 'rows'> & { counted: Partial<Record<BulkRowState, number>> }): BulkFilingSeen {
  const rows = Object.fromEntries(bulkRowStates.map((state) => [state, found[state] ?? 0]));
  return { ...row, uploadedAt: isoInstant(uploadedAt), rows: rows as Record<BulkRowState, number> };
}
