/** Places of an employer that are held on a day: one for each person, however many cases of his hold one. */
import { sql, type SQL } from 'drizzle-orm';
import { isSamePerson } from './same-person';

/** Rows `held` (case_id, identity, held_until) of a BIN; `on`: a law's date (YYYY-MM-DD), a place of a permit that ended before is free. */
export function heldPlaces(bin: SQL, on: string): SQL {
  return sql`held AS (
    SELECT place.case_id, identity, held_until FROM employer_places place LEFT JOIN persons USING (case_id)
    WHERE bin = ${bin} AND released_at IS NULL AND (held_until IS NULL OR held_until >= ${on}))`;
}

/** Of the rows of one person in `held` the first: one of a permit that stands before one of a case that is not decided. */
export const isFirstOfPerson = sql`NOT EXISTS (
  SELECT FROM held other WHERE (other.held_until IS NULL, other.case_id) < (held.held_until IS NULL, held.case_id)
    AND ${isSamePerson(sql`other.identity`, sql`held.identity`)})`;
