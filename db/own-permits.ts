/** Permits that we issued to the same person in other cases: the days of the register, the number of the record. */
import { sql } from 'drizzle-orm';
import type { Standing } from '../domain/permit-answers';
import type { Database } from './connect';
import { issuedNumber } from './issued-number';
import { isSamePerson } from './same-person';

/** Days are law's dates; `number`: the last that was told, null of one that is just being made. */
export interface OwnPermit {
  reference: string;
  number: string | null;
  renews: string | null;
  validFrom: string;
  validUntil: string;
  standing: Standing;
}

/** In the order in which they were issued, without those that never began. */
export async function listOwnPermitsOf(db: Database, personId: string): Promise<OwnPermit[]> {
  const { rows } = await db.execute<OwnPermit & Record<string, unknown>>(sql`
    SELECT c.case_id AS reference, permit.renews, ${issuedNumber(sql`c.case_id`)} AS number,
      permit.valid_from::text AS "validFrom", permit.valid_until::text AS "validUntil",
      CASE WHEN c.status = 'annulled' OR c.case_file->'permit'->>'heldFrom' IS NOT NULL AND certified.from IS NULL
        THEN 'annulled'
        WHEN c.case_file->'certificate'->>'validUntil' < c.case_file->'permit'->'term'->>'validUntil'
        THEN 'shortened' ELSE 'stands' END AS standing
    FROM persons asked JOIN persons p ON ${isSamePerson(sql`p.identity`, sql`asked.identity`)}
    JOIN cases c ON c.case_id = p.case_id JOIN permits permit ON permit.case_id = c.case_id,
    LATERAL (SELECT (c.case_file->'certificate'->>'validFrom')::date AS from) certified
    WHERE asked.person_id = ${personId} AND c.case_id <> asked.case_id
      AND permit.valid_until >= coalesce(certified.from, (c.case_file->'permit'->>'heldFrom')::date, permit.valid_from)
    ORDER BY permit.serial DESC LIMIT 100`);
  return rows.toReversed();
}
