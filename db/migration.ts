/** Brings a database to today's schema and its roles to today's grants; safe to run again and side by side. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { grantStatements, processRoles, quoted, type ProcessRole } from './grants';

/** One number for all of them: only one migration of a server's databases runs at a time. */
const migrationLock = 7_261_114;

/** The SQL lies beside the source; the compiled file stands two folders deeper. */
const migrationsFolder = join(
  __dirname,
  existsSync(join(__dirname, 'migrations')) ? '.' : '../../db',
  'migrations',
);

/** Connects as the owner; `passwords` are those of the roles `<database>_api`, `_worker` and `_audit`. */
export async function migrateDatabase(
  ownerUrl: string,
  passwords: Record<ProcessRole, string>,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = rows[0]?.name ?? '';
    await client.query('BEGIN');
    for (const role of processRoles) await ensureRole(client, `${database}_${role}`, passwords[role]);
    for (const statement of grantStatements(database)) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${quoted(name)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}
