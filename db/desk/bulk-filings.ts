/** Files of workers as they are kept, and leased row by row until each is settled. */
import { and, eq, sql } from 'drizzle-orm';
import { faultyRow, type RowFault } from '../../domain/bulk-filing';
import type { BulkRow } from '../../domain/bulk-row';
import type { Language } from '../../domain/languages';
import { lockUploads } from '../account-lock';
import type { Database, Tx } from '../connect';
import { findFilingOf } from '../known-file';
import { bulkFilings, bulkRows } from '../schema';

/** A row with faults has neither content nor a planned case. */
export type KeptRow = { row: number; caseId: string; content: BulkRow } | { row: number; faults: RowFault[] };

interface NewFiling {
  filingId: string;
  employerId: string;
  sha256: string;
  uploadedBy: string;
  language: Language;
}

/** A row that is to be filed; leased by whoever took it. */
export interface RowToFile {
  filingId: string;
  row: number;
  caseId: string;
  state: 'waiting' | 'filed';
  content: BulkRow;
  tries: number;
  /** How often its filing broke in a row. */
  troubles: number;
  employerId: string;
  uploadedBy: string;
  language: Language;
}

export type RowSettlement = { state: 'submitted' } | { state: 'failed'; code: string; faults: RowFault[] };

const rowsAtOnce = 1_000;

/**
 * Keeps a file with all its rows, which are asked for once it is known to be new; where the employer sent the same one before,
 * finds that: the id that stands.
 */
export async function keepFilingInTx(
  tx: Tx,
  filing: NewFiling,
  findRows: () => Promise<readonly KeptRow[]>,
): Promise<string> {
  const { filingId, employerId, sha256 } = filing;
  await lockUploads(tx, employerId);
  const kept = await tx.insert(bulkFilings).values(filing).onConflictDoNothing().returning();
  if (kept.length === 0) {
    const first = await findFilingOf(tx, { employerId, sha256 });
    if (first === undefined) throw new Error('a file that was there is gone');
    return first;
  }
  const rows = await findRows();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insert(bulkRows)
      .values(rows.slice(from, from + rowsAtOnce).map((row) => valuesOf(filingId, row)));
  }
  return filingId;
}

function valuesOf(filingId: string, row: KeptRow): typeof bulkRows.$inferInsert {
  if ('faults' in row) return { filingId, ...row, state: 'failed', code: faultyRow };
  return { filingId, ...row, state: 'waiting' };
}

export function createBulkRows(db: Database) {
  const isRow = ({ filingId, row }: Pick<RowToFile, 'filingId' | 'row'>) =>
    and(eq(bulkRows.filingId, filingId), eq(bulkRows.row, row));

  return {
    /** Takes up to `limit` rows that nobody works on: those that are half done first, then of every file its first. */
    async claim(limit: number, leaseMs: number): Promise<RowToFile[]> {
      const { rows } = await db.execute<RowToFile & Record<string, unknown>>(sql`
        UPDATE bulk_rows r
        SET tries = tries + 1, lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        FROM bulk_filings f
        WHERE f.filing_id = r.filing_id AND (r.filing_id, r.row) IN (
          SELECT filing_id, row FROM bulk_rows
          WHERE state IN ('waiting', 'filed') AND lease_until < clock_timestamp()
          ORDER BY state, row, filing_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING r.filing_id AS "filingId", r.row, r.case_id AS "caseId", r.state, r.content, r.tries,
          r.troubles, f.employer_id AS "employerId", f.uploaded_by AS "uploadedBy", f.language`);
      return rows;
    },

    /** Its case is open; the lease stays. */
    async markFiled(row: RowToFile): Promise<void> {
      await db
        .update(bulkRows)
        .set({ state: 'filed', tries: 0, troubles: 0 })
        .where(and(isRow(row), eq(bulkRows.state, 'waiting')));
    },

    /** Gives a row back, to be taken again after so long; `troubles`: how often its filing broke in a row by now. */
    async release(row: RowToFile, afterMs: number, troubles: number): Promise<void> {
      await db
        .update(bulkRows)
        .set({ troubles, leaseUntil: sql`clock_timestamp() + ${afterMs} * interval '1 millisecond'` })
        .where(isRow(row));
    },

    /** Once: the first settlement stands. The data of the worker is erased. */
    async settle(row: RowToFile, settlement: RowSettlement): Promise<void> {
      await db
        .update(bulkRows)
        .set({ code: null, faults: [], ...settlement, content: null })
        .where(and(isRow(row), sql`${bulkRows.state} IN ('waiting', 'filed')`));
    },
  };
}
export type BulkRows = ReturnType<typeof createBulkRows>;
