/** One at a time for an employer's account. */
import { sql } from 'drizzle-orm';
import type { Tx } from './connect';

/** Until the end of the transaction; by a lock of its own, since not every role may lock the account's row. */
export async function lockAccount(tx: Tx, employerId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`employer:${employerId}`}, 0))`);
}
