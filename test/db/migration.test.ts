/** The migrations: from nothing to today's schema, again without harm, and side by side. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { migrateDatabase } from '../../db/migration';
import { processRoles, quoted } from '../../db/grants';
import * as schema from '../../db/schema';
import { openDatabase, type OwnDatabase } from './own-database';

const passwords = { api: 'api-password', worker: 'worker-password', audit: 'audit-password' };
let database: OwnDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Every column that PostgreSQL has, in words that drizzle's can be compared with. */
async function columnsInPostgres(): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(`
    SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
      || CASE WHEN a.atthasdef THEN ' default' ELSE '' END AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
  return rows.map(({ line }) => line).sort();
}

async function keysInPostgres(): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(`
    SELECT c.relname || ': ' || string_agg(a.attname, ', ' ORDER BY array_position(i.indkey::int2[], a.attnum)) AS line
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`);
  return rows.map(({ line }) => line).sort();
}

const tables = Object.values(schema)
  .filter((exported) => exported instanceof PgTable)
  .map((table) => getTableConfig(table));
const sayings: Record<string, string> = {
  bigserial: 'bigint',
  'timestamptz(3)': 'timestamp(3) with time zone',
};

describe('the schema in code', () => {
  test('names the same columns, types, defaults and nullability as PostgreSQL', async () => {
    const inCode = tables.flatMap(({ name, columns }) =>
      columns.map((column) => {
        const type = sayings[column.getSQLType()] ?? column.getSQLType();
        return `${name}.${column.name} ${type}${column.notNull ? ' not null' : ''}${column.hasDefault ? ' default' : ''}`;
      }),
    );
    expect(inCode.sort()).toEqual(await columnsInPostgres());
  });

  test('names the same primary keys', async () => {
    const inCode = tables.map(({ name, columns, primaryKeys }) => {
      const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
      return `${name}: ${key.map((column) => column.name).join(', ')}`;
    });
    expect(inCode.sort()).toEqual(await keysInPostgres());
  });
});

describe('migrating', () => {
  const migrate = () => migrateDatabase(database.ownerUrl, passwords);
  const steps = async () => {
    const { rows } = await database.owner.query('SELECT hash FROM drizzle.__drizzle_migrations ORDER BY id');
    return rows;
  };

  test('again changes nothing and keeps what is there', async () => {
    await database.owner.query(`INSERT INTO workflow_bundles VALUES ('kept', '\\x00')`);
    const [columns, before] = [await columnsInPostgres(), await steps()];
    await migrate();
    expect(await columnsInPostgres()).toEqual(columns);
    expect(await steps()).toEqual(before);
    const { rowCount } = await database.owner.query(`SELECT 1 FROM workflow_bundles WHERE hash = 'kept'`);
    expect(rowCount).toBe(1);
  });

  test('three times at the same moment is migrating once', async () => {
    const before = await steps();
    await Promise.all([migrate(), migrate(), migrate()]);
    expect(await steps()).toEqual(before);
  });

  test('an empty database three times at the same moment lays one schema', async () => {
    const name = `${database.name}_twin`;
    await database.owner.query(`CREATE DATABASE ${quoted(name)}`);
    const url = new URL(database.ownerUrl);
    url.pathname = `/${name}`;
    try {
      await Promise.all([1, 2, 3].map(() => migrateDatabase(url.href, passwords)));
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query('SELECT hash FROM drizzle.__drizzle_migrations');
      await client.end();
      expect(rows).toEqual(await steps());
    } finally {
      await database.owner.query(`DROP DATABASE ${quoted(name)} WITH (FORCE)`);
      for (const role of processRoles) await database.owner.query(`DROP ROLE ${quoted(`${name}_${role}`)}`);
    }
  });

  test('gives each role the password it was told last', async () => {
    await migrate();
    for (const role of processRoles) {
      const url = new URL(database.ownerUrl);
      url.username = `${database.name}_${role}`;
      url.password = passwords[role];
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query<{ who: string }>('SELECT current_user AS who');
      await client.end();
      expect(rows).toEqual([{ who: `${database.name}_${role}` }]);
    }
  });

  test('takes away a right that somebody gave by hand', async () => {
    const api = quoted(`${database.name}_api`);
    await database.owner.query(`GRANT DELETE, TRUNCATE ON case_events TO ${api}`);
    await migrate();
    const { rows } = await database.owner.query(
      `SELECT has_table_privilege('${database.name}_api', 'case_events', 'DELETE, TRUNCATE') AS may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
