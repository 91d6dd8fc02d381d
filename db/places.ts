/** Places of employers: reserved one transaction after another, so that no two cases take the last one; given back by the record. */
import { sql } from 'drizzle-orm';
import type { PlaceCount } from '../domain/permit';
import type { CaseStatus } from '../domain/statuses';
import { lockAccount } from './account-lock';
import type { Database, Tx } from './connect';

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
    /**
     * The employer's BIN, and how many permits of others of its staff the state's register counted when this case asked:
     * a permit that is renewed takes no second place.
     */
    async countElsewhere(caseId: string, employerId: string): Promise<{ bin: string; elsewhere: number }> {
      const { rows } = await db.execute<{ bin: string; elsewhere: number | null }>(sql`
        SELECT bin, (SELECT (body->'employer'->>'validPermits')::int
            - (body->'currentPermit'->>'employerBin' IS NOT DISTINCT FROM bin)::int FROM agency_answers
          WHERE agency = 'permit-register' AND case_id = ${caseId} AND body->'employer' <> 'null'
          ORDER BY received_at DESC LIMIT 1) AS elsewhere
        FROM employers WHERE employer_id = ${employerId}`);
      const [row] = rows;
      if (row === undefined) throw new Error(`employer ${employerId} is not known here`);
      return { bin: row.bin, elsewhere: row.elsewhere ?? 0 };
    },

    /**
     * Reserves a place for a case unless all are taken or the record says that the case is over; the same answer however
     * often a case asks while it has one. `taken` counts other people: whoever renews has a place already. Throws when the
     * employer is not known.
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
          SELECT count(DISTINCT held.who) FILTER (WHERE held.who <> asking.who)::int AS taken,
            coalesce(bool_or(held.case_id = ${caseId}), false) AS own
          FROM (SELECT place.case_id, ${worker} AS who FROM employer_places place LEFT JOIN persons USING (case_id)
              WHERE employer_id = ${employerId} AND released_at IS NULL
                AND (held_until IS NULL OR held_until >= ${on})) held,
            (SELECT ${worker} AS who FROM (SELECT ${caseId} AS case_id) place LEFT JOIN persons USING (case_id)) asking`);
        const { taken = 0, own = false } = rows[0] ?? {};
        const count = { taken, elsewhere, limit };
        if (own) return { ...count, reserved: true };
        if (taken + elsewhere >= limit || (await isOver(tx, caseId))) return { ...count, reserved: false };
        await tx.execute(sql`
          INSERT INTO employer_places (case_id, employer_id) VALUES (${caseId}, ${employerId})
          ON CONFLICT (case_id) DO UPDATE SET reserved_at = clock_timestamp(), released_at = NULL, held_until = NULL`);
        return { ...count, reserved: true };
      });
    },
  };
}
/** The statuses of a case that needs no place any more. */
export const givesBack: readonly CaseStatus[] = ['refused', 'lapsed', 'withdrawn', 'annulled', 'expired'];

/** As the record has it, which does not go on before this transaction has ended. */
async function isOver(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ status: CaseStatus }>(
    sql`SELECT status FROM cases WHERE case_id = ${caseId} FOR SHARE`,
  );
  return rows.some(({ status }) => givesBack.includes(status));
}

/** The worker of a place, told from others as identity is decided: by passport and citizenship. */
const worker = sql`coalesce((identity->>'passportNumber') || ' ' || (identity->>'citizenship'), place.case_id)`;

export type Places = ReturnType<typeof createPlaces>;
