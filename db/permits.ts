/** The register of the permits that we issued: one serial number for each case, however often it is asked. */
import { eq } from 'drizzle-orm';
import type { Database } from './connect';
import { permits } from './schema';

interface Issued {
  caseId: string;
  validFrom: string;
  validUntil: string;
  renews: string | null;
}

export function createPermits(db: Database) {
  return {
    /** A case that is granted again, after it was reopened, keeps its number and gets its new term. */
    async issue({ caseId, validFrom, validUntil, renews }: Issued): Promise<number> {
      const term = { validFrom, validUntil, renews };
      await db
        .insert(permits)
        .values({ caseId, ...term })
        .onConflictDoUpdate({ target: permits.caseId, set: term });
      const row = await db.query.permits.findFirst({ where: eq(permits.caseId, caseId) });
      if (row === undefined) throw new Error(`no permit for ${caseId}`);
      return row.serial;
    },
  };
}
export type Permits = ReturnType<typeof createPermits>;
