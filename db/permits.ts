/** The register of the permits that we issued: one serial number for each case, however often it is asked. */
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
      const [row] = await db
        .insert(permits)
        .values({ caseId, ...term })
        .onConflictDoUpdate({ target: permits.caseId, set: term })
        .returning({ serial: permits.serial });
      if (row === undefined) throw new Error(`no permit for ${caseId}`);
      return row.serial;
    },
  };
}
export type Permits = ReturnType<typeof createPermits>;
