/** Places of employers: reserved one transaction after another, so that no two cases take the last one; given back by the record. */
import { sql } from 'drizzle-orm';
import type { PlaceCount } from '../domain/permit';
import type { CaseStatus } from '../domain/statuses';
import { lockPlaces } from './account-lock';
import type { Database, Tx } from './connect';
import { heldPlaces, isFirstOfPerson } from './held-places';
import { isSamePerson } from './same-person';

interface PlaceAsked {
  caseId: string;
  /** The account that filed; null where the person did. */
  employerId: string | null;
  /** Whose place it is. */
  bin: string;
  /** Valid permits that the state's register counts outside this service. */
  elsewhere: number;
  limit: number;
  /** The law's date, YYYY-MM-DD: a place of a permit that ended before is free. */
  on: string;
}

export function createPlaces(db: Database) {
  return {
    /** Throws when the account is not known. */
    async getBin(employerId: string): Promise<string> {
      const { rows } = await db.execute<{ bin: string }>(
        sql`SELECT bin FROM employers WHERE employer_id = ${employerId}`,
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`employer ${employerId} is not known here`);
      return row.bin;
    },

    /**
     * How many permits of others of an employer's staff the state's register counted when this case asked last: a permit that
     * is renewed takes no second place, unless it had ended when the register was asked and is not among them. Null where the register has told of no employer: that is no count, and not none.
     */
    async findElsewhere(caseId: string, bin: string): Promise<number | null> {
      const { rows } = await db.execute<{ elsewhere: number }>(sql`
        SELECT greatest(0, (body->'employer'->>'validPermits')::int - coalesce(
            body->'currentPermit'->>'employerBin' = ${bin}
              AND body->'currentPermit'->>'validUntil' >= body->'question'->>'on', false)::int) AS elsewhere
        FROM agency_answers WHERE agency = 'permit-register' AND case_id = ${caseId} AND body->'employer' <> 'null'
        ORDER BY received_at DESC LIMIT 1`);
      return rows[0]?.elsewhere ?? null;
    },

    /**
     * Reserves a place for a case unless all are taken or the record says that the case is over; the same answer to the same
     * counts however often a case asks. A place that the case has is held against a newer count of the register, and given
     * back where there is none any more. `taken` counts other people: whoever renews has a place already.
     */
    async reserve(asked: PlaceAsked): Promise<PlaceCount & { reserved: boolean }> {
      const { caseId, bin, elsewhere, limit } = asked;
      return db.transaction(async (tx) => {
        await lockPlaces(tx, bin);
        const { taken, own } = await countIn(tx, asked);
        const reserved = taken + elsewhere < limit && !(await isOver(tx, caseId));
        if (reserved && !own) await take(tx, asked);
        if (!reserved && own) await giveBack(tx, caseId);
        return { taken, elsewhere, limit, reserved };
      });
    },
  };
}
/** The statuses of a case that needs no place any more. */
export const givesBack: readonly CaseStatus[] = ['refused', 'lapsed', 'withdrawn', 'annulled', 'expired'];

/** People who hold a place, each once, and whether this case does. */
async function countIn(tx: Tx, { caseId, bin, on }: PlaceAsked): Promise<{ taken: number; own: boolean }> {
  const isAsking = isSamePerson(sql`asking.identity`, sql`held.identity`);
  const { rows } = await tx.execute<{ taken: number; own: boolean }>(sql`
    WITH ${heldPlaces(sql`${bin}`, on)}
    SELECT count(*) FILTER (WHERE case_id <> ${caseId} AND ${isFirstOfPerson}
        AND NOT EXISTS (SELECT FROM persons asking WHERE asking.case_id = ${caseId} AND ${isAsking}))::int AS taken,
      coalesce(bool_or(case_id = ${caseId}), false) AS own
    FROM held`);
  return rows[0] ?? { taken: 0, own: false };
}

async function take(tx: Tx, { caseId, employerId, bin }: PlaceAsked): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_places (case_id, employer_id, bin) VALUES (${caseId}, ${employerId}, ${bin})
    ON CONFLICT (case_id) DO UPDATE SET employer_id = excluded.employer_id, bin = excluded.bin,
      reserved_at = clock_timestamp(), released_at = NULL, held_until = NULL`);
}

async function giveBack(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(
    sql`UPDATE employer_places SET released_at = clock_timestamp(), held_until = NULL WHERE case_id = ${caseId}`,
  );
}

/** As the record has it, which does not go on before this transaction has ended. */
async function isOver(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ status: CaseStatus }>(
    sql`SELECT status FROM cases WHERE case_id = ${caseId} FOR SHARE`,
  );
  return rows.some(({ status }) => givesBack.includes(status));
}

export type Places = ReturnType<typeof createPlaces>;
