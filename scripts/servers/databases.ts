/** Creates databases, and keeps in each a note of what was done to it. */
import { Client } from 'pg';

/** Runs `work` on a connection of its own and closes it. */
export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function createDatabase(serverUrl: string, name: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

export function recreateDatabase(serverUrl: string, name: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** The note that `writeNote` left on the database, or undefined. */
export function findNote(serverUrl: string, database: string): Promise<string | undefined> {
  return withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ note: string | null }>(
      `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
      [database],
    );
    return rows[0]?.note ?? undefined;
  });
}

export function writeNote(serverUrl: string, database: string, note: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    await client.query(
      `comment on database ${client.escapeIdentifier(database)} is ${client.escapeLiteral(note)}`,
    );
  });
}
