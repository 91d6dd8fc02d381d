/** The filing that a file of workers became when an account sent it first. */
import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from './connect';
import { bulkFilings } from './schema';

/** Its id, by the hash of the file; undefined where the account never sent it. */
export async function findFilingOf(
  db: Database | Tx,
  { employerId, sha256 }: { employerId: string; sha256: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ filingId: bulkFilings.filingId })
    .from(bulkFilings)
    .where(and(eq(bulkFilings.employerId, employerId), eq(bulkFilings.sha256, sha256)));
  return row?.filingId;
}
