/** A pool of connections to PostgreSQL and drizzle over it; whoever connects closes. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
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
  const db = drizzle(pool, { schema });
  return {
    db: Object.assign(db, { transaction: transactionsOn(pool) satisfies typeof db.transaction }),
    /** Throws while PostgreSQL does not answer. */
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => pool.end(),
  };
}

type Drizzled = NodePgDatabase<typeof schema>;

/**
 * Transactions that give their connection back however they end. drizzle's own keep it for ever when `BEGIN` fails, as it does
 * while PostgreSQL goes down. A connection of which nobody knows whether its transaction ended is closed.
 */
function transactionsOn(pool: Pool): Drizzled['transaction'] {
  const drizzled = new WeakMap<PoolClient, Drizzled>();
  return async (work, settings) => {
    const client = await pool.connect();
    const known = drizzled.get(client) ?? drizzle(client, { schema });
    drizzled.set(client, known);
    let refusal: unknown;
    const worked: typeof work = async (tx) => {
      try {
        return await work(tx);
      } catch (error) {
        refusal = error;
        throw error;
      }
    };
    let isLost = false;
    try {
      return await known.transaction(worked, settings);
    } catch (error) {
      isLost = error !== refusal;
      throw error;
    } finally {
      client.release(isLost);
    }
  };
}
