/** Workers for whom an account has filed already: in a row that is not settled, or in a case. */
import { sql } from 'drizzle-orm';
import type { BulkRow } from '../../domain/bulk-row';
import type { Tx } from '../connect';

interface Asked {
  employerId: string;
  /** The law's date, YYYY-MM-DD: a permit that ended before is none. */
  on: string;
  workers: readonly { row: number; content: BulkRow }[];
}

/** `by`: what shows that it is the same person. */
export interface FiledWorker {
  row: number;
  by: 'iin' | 'passportNumber';
}

/**
 * Each row once. A case counts from the day on which its form was handed in until it is over; after its grant while the permit
 * lasts, for whoever asks for a first one, and always for whoever renews the same permit again.
 */
export async function findFiledInTx(tx: Tx, { employerId, on, workers }: Asked): Promise<FiledWorker[]> {
  const given = JSON.stringify(workers.map(({ row, content }) => ({ row, ...content })));
  const { rows } = await tx.execute<FiledWorker & Record<string, unknown>>(sql`
    WITH given AS (
      SELECT row, filing, person, form->'currentPermit'->>'number' AS renews
      FROM jsonb_to_recordset(${given}::jsonb) AS given (row int, filing text, person jsonb, form jsonb)
    ), mine AS (
      SELECT r.content->'person' AS person, true AS is_open, NULL AS until, NULL AS renews
      FROM bulk_rows r JOIN bulk_filings f USING (filing_id)
      WHERE f.employer_id = ${employerId} AND r.content IS NOT NULL
      UNION ALL
      SELECT p.identity, c.closed_at IS NULL, c.case_file->'certificate'->>'validUntil', c.case_file->'permit'->>'renews'
      FROM cases c JOIN persons p USING (case_id)
      WHERE c.employer_id = ${employerId} AND c.case_file->'form' <> 'null' AND (c.closed_at IS NULL OR c.status = 'granted')
    ), same AS (
      SELECT given.*, mine.is_open, mine.until, mine.renews AS renewed, 'iin' AS by
      FROM given JOIN mine ON given.person->>'iin' = mine.person->>'iin'
      UNION ALL
      SELECT given.*, mine.is_open, mine.until, mine.renews, 'passportNumber'
      FROM given JOIN mine ON given.person->>'passportNumber' = mine.person->>'passportNumber'
        AND given.person->>'citizenship' = mine.person->>'citizenship'
    )
    SELECT DISTINCT ON (row) row, by FROM same
    WHERE is_open OR (filing = 'issue' AND until >= ${on}) OR renews = renewed
    ORDER BY row, by`);
  return rows;
}
