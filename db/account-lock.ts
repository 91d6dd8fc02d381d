/** One at a time for an employer: for its account, its places, or its files. */
import { sql } from 'drizzle-orm';
import type { Tx } from './connect';

/** Until the end of the transaction; by a lock of its own, since not every role may lock the account's row. */
export function lockAccount(tx: Tx, employerId: string): Promise<void> {
  return lock(tx, `employer:${employerId}`);
}

/** The places are those of a BIN, whether it has an account or not. Until the end of the transaction. */
export function lockPlaces(tx: Tx, bin: string): Promise<void> {
  return lock(tx, `places:${bin}`);
}

/** Of two files that are uploaded at once the second finds the workers of the first. Until the end of the transaction. */
export function lockUploads(tx: Tx, employerId: string): Promise<void> {
  return lock(tx, `uploads:${employerId}`);
}

async function lock(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
