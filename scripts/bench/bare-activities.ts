/** The bare side's activities: one that does nothing, and one that writes rows to PostgreSQL in one statement. */
import type { Pool } from 'pg';

export interface BareRow {
  seq: number;
  event: unknown;
}

export const bareTable = `
  CREATE TABLE bare_rows (
    case_id text, seq integer, part integer, event jsonb, written_at timestamptz DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, seq, part))`;

/** The same news as the record gives, so that whoever drives can wait for it in the same way. */
const insert = `
  WITH written AS (
    INSERT INTO bare_rows SELECT $1, * FROM unnest($2::integer[], $3::integer[], $4::jsonb[]) ON CONFLICT DO NOTHING)
  SELECT pg_notify('case_changed', $1 || ' ' || $5)`;

export function createBareActivities(pool: Pool) {
  return {
    doNothing: async (what: string): Promise<string> => what,

    async writeRows(given: { caseId: string; rows: BareRow[]; rowsBeside: number }): Promise<void> {
      const { caseId, rows, rowsBeside } = given;
      const last = rows.at(-1) ?? { seq: 0, event: null };
      const beside = Array.from({ length: rowsBeside }, (_, index) => ({ ...last, part: index + 1 }));
      const all = [...rows.map((row) => ({ ...row, part: 0 })), ...beside];
      const values = [
        caseId,
        all.map(({ seq }) => seq),
        all.map(({ part }) => part),
        all.map(({ event }) => JSON.stringify(event ?? null)),
        String(last.seq),
      ];
      await pool.query({ name: 'write-rows', text: insert, values });
    },
  };
}
export type BareActivities = ReturnType<typeof createBareActivities>;
