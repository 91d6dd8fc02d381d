/** Who is the same person in our own tables, as identity is decided: by passport and citizenship, or by the IIN. */
import { sql, type SQL } from 'drizzle-orm';

/** Whether two columns of identities are one person's: a new passport is told by the IIN. Null where one says nothing. */
export function isSamePerson(one: SQL, other: SQL): SQL {
  return sql`(${one}->>'passportNumber' = ${other}->>'passportNumber' AND ${one}->>'citizenship' = ${other}->>'citizenship'
    OR ${one}->>'iin' = ${other}->>'iin')`;
}
