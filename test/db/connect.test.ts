/** Connections that break: whoever uses one hears of it, the process goes on, and the log learns nothing of the client. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { connectDatabase, type Database } from '../../db/connect';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const pidOf = async (tx: Pick<Database, 'execute'>) =>
  Number((await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)).rows[0]?.pid);
const cut = (pid: number) => owner.query('SELECT pg_terminate_backend($1, 5000)', [pid]);

test('one that breaks in the middle of a transaction fails it, and the next transaction has another', async () => {
  const { db, close } = connectDatabase(database.urlOf('worker'), () => undefined);
  const broken = db.transaction(async (tx) => {
    await cut(await pidOf(tx));
    await new Promise((resolve) => setTimeout(resolve, 100));
    return pidOf(tx);
  });
  await expect(broken).rejects.toThrow();
  expect(await db.transaction(pidOf)).toBeGreaterThan(0);
  await close();
});

test('one on which no transaction can begin is given back: the next has another, and all can be closed', async () => {
  const { db, close } = connectDatabase(database.urlOf('worker'), () => undefined, 1);
  await db.execute(sql`SELECT 1`);
  db.$client.once('acquire', (client) => void client.end());
  await expect(db.transaction(pidOf)).rejects.toThrow();
  expect(await db.transaction(pidOf)).toBeGreaterThan(0);
  await close();
});

test('one that breaks while nobody uses it is told as an error and nothing else', async () => {
  const told: unknown[][] = [];
  const { db, close } = connectDatabase(database.urlOf('worker'), (...heard) => void told.push(heard));
  const { rows } = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  await cut(Number(rows[0]?.pid));
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual([[expect.any(Error)]]);
  await close();
});
