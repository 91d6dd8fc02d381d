/** Accounts of employers: who may act for them, and how many places are taken. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Tx } from '../connect';
import { heldPlaces, isFirstOfPerson } from '../held-places';
import { employerDelegates, employers } from '../schema';
import { isoInstant } from './cases';

export interface Employer {
  employerId: string;
  bin: string;
  name: string;
  isIndividual: boolean;
  openedAt: string;
}

/** `taken` are all places of the account, one for each person; `reserved` those of them whose case is not decided yet. */
export interface PlacesTaken {
  taken: number;
  reserved: number;
}

export type Delegation = 'lasts' | 'ended';

export function createEmployerReads(db: Database | Tx) {
  return {
    async findEmployer(employerId: string): Promise<Employer | undefined> {
      const [row] = await db.select().from(employers).where(eq(employers.employerId, employerId));
      return row && { ...row, openedAt: isoInstant(row.openedAt) };
    },

    /** Those for which a person may act now, by name. */
    async listEmployersOf(subject: string): Promise<Employer[]> {
      const rows = await db
        .select({ employer: employers })
        .from(employers)
        .innerJoin(employerDelegates, eq(employerDelegates.employerId, employers.employerId))
        .where(and(eq(employerDelegates.subject, subject), isNull(employerDelegates.endedAt)))
        .orderBy(asc(employers.name), asc(employers.employerId));
      return rows.map(({ employer }) => ({ ...employer, openedAt: isoInstant(employer.openedAt) }));
    },

    /** Whether a person acts for an account or did so once; null when he never did. */
    async findDelegation(employerId: string, subject: string): Promise<Delegation | null> {
      const [row] = await db
        .select({ endedAt: employerDelegates.endedAt })
        .from(employerDelegates)
        .where(and(eq(employerDelegates.employerId, employerId), eq(employerDelegates.subject, subject)));
      if (row === undefined) return null;
      return row.endedAt === null ? 'lasts' : 'ended';
    },

    /** In the order in which they were added; those who may act now. */
    async listDelegates(
      employerId: string,
    ): Promise<{ subject: string; addedBy: string; addedAt: string }[]> {
      const { subject, addedBy, addedAt } = employerDelegates;
      const rows = await db
        .select({ subject, addedBy, addedAt })
        .from(employerDelegates)
        .where(and(eq(employerDelegates.employerId, employerId), isNull(employerDelegates.endedAt)))
        .orderBy(asc(addedAt), asc(subject));
      return rows.map((row) => ({ ...row, addedAt: isoInstant(row.addedAt) }));
    },

    /** Of the account's BIN, whoever filed, on a law's date (YYYY-MM-DD). */
    async countPlaces(employerId: string, on: string): Promise<PlacesTaken> {
      const bin = sql`(SELECT bin FROM employers WHERE employer_id = ${employerId})`;
      const { rows } = await db.execute<{ taken: number; reserved: number }>(sql`
        WITH ${heldPlaces(bin, on)}
        SELECT count(*)::int AS taken, count(*) FILTER (WHERE held_until IS NULL)::int AS reserved
        FROM held WHERE ${isFirstOfPerson}`);
      const { taken = 0, reserved = 0 } = rows[0] ?? {};
      return { taken, reserved };
    },
  };
}
export type EmployerReads = ReturnType<typeof createEmployerReads>;
