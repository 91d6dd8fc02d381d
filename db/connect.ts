/** A pool of connections to PostgreSQL and drizzle over it; whoever connects closes. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema';

export type Database = NodePgDatabase<typeof schema> & { $client: Pool };
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * `onTrouble` hears of connections that break while nobody uses them, as when PostgreSQL restarts. One that breaks in
 * somebody's hands fails what he asks of it, and is no end of the process.
 */
export function connectDatabase(url: string, onTrouble: (error: Error) => void, max = 10) {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    query_timeout: 8_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  pool.on('error', (error) => onTrouble(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    db: drizzle(pool, { schema }),
    /** Throws while PostgreSQL does not answer. */
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => pool.end(),
  };
}
