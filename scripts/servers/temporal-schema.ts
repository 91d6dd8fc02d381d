/** Lays and updates Temporal's own schemas with the tool that comes with the server. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findNote, recreateDatabase, writeNote } from './databases';
import type { Postgres } from './postgres';
import { temporalVersion } from './temporal-version';

const run = promisify(execFile);

export const temporalDatabases = {
  temporal: 'postgresql/v12/temporal',
  temporal_visibility: 'postgresql/v12/visibility',
} as const;

/** Safe to repeat: a finished database carries a note with its version; one without a note was never finished, and is made anew. */
export async function laySchemas(sqlTool: string, postgres: Postgres): Promise<void> {
  const note = `schema of Temporal ${temporalVersion}`;
  for (const [database, schema] of Object.entries(temporalDatabases)) {
    const before = await findNote(postgres.url(), database);
    if (before === note) continue;
    const tool = toolFor(sqlTool, postgres, database);
    if (before === undefined) {
      await recreateDatabase(postgres.url(), database);
      await tool(['setup-schema', '-v', '0.0']);
    }
    await tool(['update-schema', '--schema-name', schema]);
    await writeNote(postgres.url(), database, note);
  }
}

function toolFor(sqlTool: string, postgres: Postgres, database: string) {
  const { hostname, port, username, password } = new URL(postgres.url());
  const env = {
    PATH: process.env['PATH'],
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: hostname,
    SQL_PORT: port,
    SQL_USER: username,
    SQL_PASSWORD: decodeURIComponent(password),
    SQL_DATABASE: database,
  };
  return async (args: readonly string[]) => {
    try {
      await run(sqlTool, args, { env, timeout: 120_000 });
    } catch (cause) {
      throw new Error(`Temporal's schema tool failed on database ${database} (${args[0]}).`, { cause });
    }
  };
}
