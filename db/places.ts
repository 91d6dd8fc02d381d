/** Places of employers: reserved one transaction after another, so that no two cases take the last one; given back by the record. */
import { sql } from 'drizzle-orm';
import type { PlaceCount } from '../domain/permit';
import { lockAccount } from './account-lock';
import type { Database } from './connect';

interface PlaceAsked {
  caseId: string;
  employerId: string;
  /** Valid permits that the state's register counts outside this service. */
  elsewhere: number;
  limit: number;
  /** The law's date, YYYY-MM-DD: a place of a permit that ended before is free. */
  on: string;
}

export function createPlaces(db: Database) {
  return {
    /** The employer's BIN, and how many permits of its staff the state's register counted when this case asked. */
    async countElsewhere(caseId: string, employerId: string): Promise<{ bin: string; elsewhere: number }> {
      const { rows } = await db.execute<{ bin: string; elsewhere: number | null }>(sql`
        SELECT bin, (SELECT (body->'employer'->>'validPermits')::int FROM agency_answers
          WHERE agency = 'permit-register' AND case_id = ${caseId} AND body->'employer' <> 'null'
          ORDER BY received_at DESC LIMIT 1) AS elsewhere
        FROM employers WHERE employer_id = ${employerId}`);
      const [row] = rows;
      if (row === undefined) throw new Error(`employer ${employerId} is not known here`);
      return { bin: row.bin, elsewhere: row.elsewhere ?? 0 };
    },

    /**
     * Reserves a place for a case unless all are taken; the same answer however often a case asks while it has one.
     * `taken` counts the places of other cases. Throws when the employer is not known.
     */
    async reserve({
      caseId,
      employerId,
      elsewhere,
      limit,
      on,
    }: PlaceAsked): Promise<PlaceCount & { reserved: boolean }> {
      return db.transaction(async (tx) => {
        await lockAccount(tx, employerId);
        const known = await tx.execute(sql`SELECT 1 FROM employers WHERE employer_id = ${employerId}`);
        if (known.rows.length === 0) throw new Error(`employer ${employerId} is not known here`);
        const { rows } = await tx.execute<{ taken: number; own: boolean }>(sql`
          SELECT count(*) FILTER (WHERE case_id <> ${caseId})::int AS taken,
            coalesce(bool_or(case_id = ${caseId}), false) AS own
          FROM employer_places WHERE employer_id = ${employerId} AND released_at IS NULL
            AND (held_until IS NULL OR held_until >= ${on})`);
        const { taken = 0, own = false } = rows[0] ?? {};
        const count = { taken, elsewhere, limit };
        if (own) return { ...count, reserved: true };
        if (taken + elsewhere >= limit) return { ...count, reserved: false };
        await tx.execute(sql`
          INSERT INTO employer_places (case_id, employer_id) VALUES (${caseId}, ${employerId})
          ON CONFLICT (case_id) DO UPDATE SET reserved_at = clock_timestamp(), released_at = NULL, held_until = NULL`);
        return { ...count, reserved: true };
      });
    },
  };
}
export type Places = ReturnType<typeof createPlaces>;
