/** The register of the permits that we issued: one serial number for each case, however often it is asked. */
import { sql } from 'drizzle-orm';
import type { Database, Tx } from './connect';
import { isSamePerson } from './same-person';
import { permits } from './schema';

/** Days are law's dates. */
interface Lasting {
  caseId: string;
  personId: string;
  on: string;
}

interface Term {
  validFrom: string;
  validUntil: string;
}

/** `termAfter`: the term beside a permit of the same person that lasts until that day; null where there is none. */
interface Issued<T extends Term> extends Lasting {
  renews: string | null;
  /** Whether nothing of a term is left to give. */
  isEmpty: (term: T) => boolean;
  termAfter: (ownUntil: string | null) => T;
}

/** What came of it. */
interface Given<T extends Term> {
  serial: number | null;
  term: T;
}

export function createPermits(db: Database) {
  return {
    /**
     * The last day of the permits that we issued to the same person in other cases, and that last on that day or begin
     * later; null where there is none.
     */
    findOwnUntil: (asked: Lasting): Promise<string | null> => findOwnUntilIn(db, asked),

    /**
     * One of a person after the other, so that the second sees the first. A case that is granted again, after it was reopened,
     * keeps its serial number and gets its new term. `serial` is null, and nothing is kept, where the others leave no day of the term.
     */
    async issue<T extends Term>({ renews, termAfter, isEmpty, ...asked }: Issued<T>): Promise<Given<T>> {
      return db.transaction(async (tx) => {
        await lockPermitsOf(tx, asked.personId);
        const term = termAfter(await findOwnUntilIn(tx, asked));
        if (isEmpty(term)) return { serial: null, term };
        const kept = { validFrom: term.validFrom, validUntil: term.validUntil, renews };
        const [row] = await tx
          .insert(permits)
          .values({ caseId: asked.caseId, ...kept })
          .onConflictDoUpdate({ target: permits.caseId, set: kept })
          .returning({ serial: permits.serial });
        if (row === undefined) throw new Error(`no permit for ${asked.caseId}`);
        return { serial: row.serial, term };
      });
    },
  };
}
export type Permits = ReturnType<typeof createPermits>;

/** What came after the case's own number saw it, and is no reason for another term when it is asked for again. */
async function findOwnUntilIn(tx: Database | Tx, { caseId, personId, on }: Lasting): Promise<string | null> {
  const { rows } = await tx.execute<{ until: string | null }>(sql`
    SELECT max(permit.valid_until)::text AS until
    FROM persons asked JOIN persons p ON ${isSamePerson(sql`p.identity`, sql`asked.identity`)}
    JOIN permits permit ON permit.case_id = p.case_id
    WHERE asked.person_id = ${personId} AND permit.case_id <> ${caseId} AND permit.valid_until >= ${on}
      AND NOT EXISTS (SELECT FROM permits own WHERE own.case_id = ${caseId} AND own.serial < permit.serial)`);
  return rows[0]?.until ?? null;
}

/** By the birth date, which whoever is the same person shares. Until the end of the transaction. */
async function lockPermitsOf(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`
    SELECT pg_advisory_xact_lock(hashtextextended('permits:' || (identity->>'bornOn'), 0))
    FROM persons WHERE person_id = ${personId}`);
}
