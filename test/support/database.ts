/** A database of a test's own on the run's PostgreSQL, migrated, with the roles of our processes. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrateDatabase } from '../../db/migration';
import { processRoles, quoted, type ProcessRole } from '../../db/grants';

export interface TestDatabase {
  name: string;
  /** The owner's address, who may do anything. */
  ownerUrl: string;
  urlOf: (role: ProcessRole) => string;
  drop: () => Promise<void>;
}

/** `adminUrl`: a superuser's address of any database; by default that of the whole run. */
export async function createTestDatabase(
  adminUrl = process.env['TEST_DATABASE_URL'] ?? '',
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const passwords = Object.fromEntries(processRoles.map((role) => [role, randomBytes(9).toString('hex')]));
  await administer(adminUrl, [`CREATE DATABASE ${quoted(name)}`]);
  const ownerUrl = withPath(adminUrl, name);
  await migrateDatabase(ownerUrl, passwords as Record<ProcessRole, string>);
  return {
    name,
    ownerUrl,
    urlOf: (role) => {
      const url = new URL(ownerUrl);
      url.username = `${name}_${role}`;
      url.password = passwords[role] ?? '';
      return url.href;
    },
    drop: () =>
      administer(adminUrl, [
        `DROP DATABASE ${quoted(name)} WITH (FORCE)`,
        ...processRoles.map((role) => `DROP ROLE ${quoted(`${name}_${role}`)}`),
      ]),
  };
}

function withPath(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(adminUrl: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
