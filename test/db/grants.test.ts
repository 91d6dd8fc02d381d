/** Who may write what: every role at every table, and no role at the past. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { processRoles, writing, type ProcessRole } from '../../db/grants';
import { codeOf, openDatabase, type OwnDatabase } from './own-database';

const denied = '42501';
const tables = Object.keys(writing) as (keyof typeof writing)[];
const writingRights = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;

let database: OwnDatabase;
const clients = {} as Record<ProcessRole, Client>;

beforeAll(async () => {
  database = await openDatabase();
  for (const role of processRoles) {
    clients[role] = new Client({ connectionString: database.urlOf(role) });
    await clients[role].connect();
  }
});
afterAll(async () => {
  await Promise.all(processRoles.map((role) => clients[role].end()));
  await database.close();
});

/** The writing that is granted, written out: whoever changes `db/grants.ts` changes it here too. */
const granted = `
  api     access_log         INSERT
  api     agency_answers     INSERT
  api     agency_holds       INSERT
  api     agency_lines       INSERT UPDATE
  api     case_texts         INSERT
  api     case_time          INSERT UPDATE
  api     documents          INSERT
  api     form_versions      INSERT
  api     heartbeat          INSERT UPDATE
  api     intake             INSERT UPDATE
  api     language_certificates INSERT
  api     operator_alarms    INSERT UPDATE
  api     alarm_clearings    INSERT
  api     outages            INSERT
  api     persons            INSERT
  api     refused_callbacks  INSERT
  api     contacts           INSERT
  api     employers          INSERT
  api     employer_delegates INSERT UPDATE
  api     bulk_filings       INSERT
  api     bulk_rows          INSERT UPDATE
  api     notice_deliveries  INSERT
  worker  intake             INSERT
  worker  notices            INSERT
  worker  notice_deliveries  INSERT
  worker  outgoing_mail      INSERT UPDATE
  worker  employer_places    INSERT UPDATE
  worker  permits            INSERT UPDATE
  worker  prefilled_values   INSERT
  worker  agency_answers     INSERT
  worker  agency_lines       INSERT UPDATE
  worker  agency_requests    INSERT
  worker  agency_tries       INSERT UPDATE
  worker  case_events        INSERT
  worker  cases              INSERT UPDATE
  worker  certificates       INSERT
  worker  history_exports    INSERT
  worker  operator_alarms    INSERT UPDATE
  worker  tasks              INSERT DELETE
  worker  workflow_bundles   INSERT
`;
const grantedLines = granted
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

function rightsOf(role: ProcessRole, table: string): string[] {
  const line = grantedLines.find(([who, what]) => who === role && what === table);
  return line?.slice(2) ?? [];
}

/** On the whole table, or on any column of it. */
async function may(role: ProcessRole, table: string, right: string): Promise<boolean> {
  const byColumn = ['INSERT', 'UPDATE', 'REFERENCES'].includes(right);
  const ask = byColumn ? 'has_any_column_privilege' : 'has_table_privilege';
  const { rows } = await database.owner.query<{ may: boolean }>(`SELECT ${ask}($1, $2, $3) AS may`, [
    `${database.name}_${role}`,
    table,
    right,
  ]);
  return rows[0]!.may;
}

describe('the table of grants', () => {
  test('speaks of every table there is', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    expect([...tables].sort()).toEqual(rows.map(({ name }) => name));
  });

  test.each(processRoles)('gives %s exactly what is written here', async (role) => {
    const rights: Record<string, string[]> = {};
    for (const table of tables) {
      rights[table] = [];
      for (const right of writingRights) if (await may(role, table, right)) rights[table].push(right);
    }
    expect(rights).toEqual(Object.fromEntries(tables.map((table) => [table, rightsOf(role, table)])));
  });

  test('lets every role read every table', async () => {
    for (const role of processRoles) {
      for (const table of tables)
        expect(await codeOf(clients[role].query(`SELECT 1 FROM ${table}`))).toBe('none');
    }
  });
});

describe('the past', () => {
  const attempts = {
    change: `UPDATE case_events SET data = '{}'`,
    remove: `DELETE FROM case_events`,
    empty: `TRUNCATE case_events`,
    'empty with all that hangs on it': `TRUNCATE cases, case_events CASCADE`,
    drop: `DROP TABLE case_events`,
    'turn off what guards': `ALTER TABLE case_events DISABLE TRIGGER ALL`,
  };

  test.each(
    processRoles.flatMap((role) => Object.entries(attempts).map(([what, sql]) => [role, what, sql] as const)),
  )('is not for %s to %s', async (...[role, , sql]) => {
    expect(await codeOf(clients[role].query(sql))).toBe(denied);
  });

  test.each(['case_events', 'cases', 'tasks'])(
    'is written by the worker alone: the API may not add to %s',
    async (table) => {
      expect(await codeOf(clients.api.query(`INSERT INTO ${table} DEFAULT VALUES`))).toBe(denied);
    },
  );
});

describe('the auditor', () => {
  test.each(tables)('cannot write %s in any way', async (table) => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
      [table],
    );
    const column = rows[0]!.name;
    const { audit } = clients;
    expect(await codeOf(audit.query(`INSERT INTO ${table} DEFAULT VALUES`))).toBe(denied);
    expect(await codeOf(audit.query(`UPDATE ${table} SET ${column} = ${column}`))).toBe(denied);
    expect(await codeOf(audit.query(`DELETE FROM ${table}`))).toBe(denied);
    expect(await codeOf(audit.query(`TRUNCATE ${table} CASCADE`))).toBe(denied);
  });

  test('cannot count up a number of ours', async () => {
    expect(await codeOf(clients.audit.query(`SELECT nextval('intake_number_seq')`))).toBe(denied);
    expect(await codeOf(clients.audit.query(`SELECT setval('intake_number_seq', 1)`))).toBe(denied);
  });
});

describe('no process', () => {
  test.each(processRoles)('is more than its role: %s', async (role) => {
    const { rows } = await database.owner.query(
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = $1`,
      [`${database.name}_${role}`],
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
      },
    ]);
    expect(await codeOf(clients[role].query('CREATE TABLE own (id int)'))).toBe(denied);
    expect(await codeOf(clients[role].query('SET ROLE postgres'))).toBe(denied);
    expect(await codeOf(clients[role].query('SELECT * FROM drizzle.__drizzle_migrations'))).toBe(denied);
    expect(await codeOf(clients[role].query(`SELECT setval('certificates_serial_seq', 1)`))).toBe(denied);
  });
});
