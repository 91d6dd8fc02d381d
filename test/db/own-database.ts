/** A database of one test file's own, and connections to it in the roles of our processes. */
import { Pool } from 'pg';
import { connectDatabase, type Database } from '../../db/connect';
import type { ProcessRole } from '../../db/grants';
import { createTestDatabase } from '../support/database';

/** Close it in `afterAll`. */
export async function openDatabase() {
  const database = await createTestDatabase();
  const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  const open: ReturnType<typeof connectDatabase>[] = [];
  return {
    name: database.name,
    ownerUrl: database.ownerUrl,
    urlOf: database.urlOf,
    /** The owner's connections: they may do anything, and they are who tampers. */
    owner,
    /** A pool of its own for each call. */
    as(role: ProcessRole, connections = 4): Database {
      const connection = connectDatabase(database.urlOf(role), () => undefined, connections);
      open.push(connection);
      return connection.db;
    },
    async close(): Promise<void> {
      await Promise.all(open.map((connection) => connection.close()));
      await owner.end();
      await database.drop();
    },
  };
}
export type OwnDatabase = Awaited<ReturnType<typeof openDatabase>>;

/** PostgreSQL's code of what went wrong, however deep it lies; `none` when nothing did. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if ('code' in cause && typeof cause.code === 'string') return cause.code;
    }
    return String(error);
  }
}
