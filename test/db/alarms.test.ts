/** Alarms: one for each fault, counted while it is open, cleared once, and raised anew when the fault comes back. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAlarms } from '../../db/alarms';
import { clearAlarmInTx } from '../../db/desk/alarms';
import { createAlarmReads } from '../../db/reads/alarms';
import type { Alarm } from '../../domain/alarms';
import { aLog } from '../support/log';
import { codeOf, openDatabase, type OwnDatabase } from './own-database';

const denied = '42501';
const operator = { id: 'o-1', role: 'operator' } as const;
let database: OwnDatabase;
let fault: Alarm;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  fault = { code: 'record-conflict', caseId: `case-${randomUUID()}`, detail: 'event 4' };
});

const raise = (alarm = fault) => createAlarms(database.as('worker', 1), aLog().logger).raise(alarm);
const clear = (alarm: number) =>
  database
    .as('api', 1)
    .transaction((tx) => clearAlarmInTx(tx, { alarm, actor: operator, reason: 'the rows are mended' }));

async function list() {
  const all = await createAlarmReads(database.as('audit', 1)).listAlarms({
    ...{ show: 'all', after: null, limit: 100 },
  });
  return all.filter(({ caseId }) => caseId === fault.caseId);
}

async function openOne(): Promise<number> {
  await raise();
  const open = (await list()).find(({ cleared }) => !cleared);
  if (open === undefined) throw new Error('nobody is alarmed');
  return open.id;
}

describe('an alarm', () => {
  test('is one for each fault, with how often it was seen since and when last', async () => {
    await raise();
    const [first] = await list();
    expect(first).toMatchObject({ ...fault, times: 1, cleared: false, clearing: null });
    await raise();
    await raise();
    const [again, ...more] = await list();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ id: first!.id, raisedAt: first!.raisedAt, times: 3 });
    expect(Date.parse(again!.lastAt)).toBeGreaterThan(Date.parse(again!.raisedAt));
  });

  test('is one, and counted right, when twenty raise it at once', async () => {
    const alarms = createAlarms(database.as('worker', 8), aLog().logger);
    await Promise.all(Array.from({ length: 20 }, () => alarms.raise(fault)));
    expect(await list()).toMatchObject([{ times: 20 }]);
  });

  test('of another code or detail is another', async () => {
    await raise();
    await raise({ ...fault, detail: 'event 5' });
    await raise({ ...fault, code: 'agency-unusable' });
    expect(await list()).toHaveLength(3);
  });

  test('can be about no case', async () => {
    const ours = { ...fault, caseId: null, detail: randomUUID() };
    await raise(ours);
    await raise(ours);
    const { rows } = await database.owner.query('SELECT times FROM operator_alarms WHERE detail = $1', [
      ours.detail,
    ]);
    expect(rows).toEqual([{ times: 2 }]);
  });

  test('is one line of the log at the level of an error, with its code and case alone', async () => {
    const { logger, lines } = aLog();
    const alarms = createAlarms(database.as('worker', 1), logger);
    await alarms.raise(fault);
    await alarms.raise(fault);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, alarm: fault.code, caseId: fault.caseId });
    expect(lines[0]).not.toContain(fault.detail);
  });
});

describe('an alarm that is cleared', () => {
  test('says whose word it was, when and why', async () => {
    const at = await clear(await openOne());
    const clearing = { byId: 'o-1', byRole: 'operator', reason: 'the rows are mended' };
    const [alarm] = await list();
    expect(alarm).toMatchObject({ cleared: true, clearing });
    expect(new Date(alarm!.clearing!.at).toISOString()).toBe(at);
  });

  test('is cleared once: the first word stands', async () => {
    const id = await openOne();
    const words = await Promise.all([clear(id), clear(id)]);
    expect(words.filter((at) => at !== undefined)).toHaveLength(1);
    expect(await clear(id)).toBeUndefined();
    expect(await list()).toHaveLength(1);
  });

  test('is raised anew, and said in the log anew, when the fault comes back', async () => {
    const id = await openOne();
    await clear(id);
    const { logger, lines } = aLog();
    await createAlarms(database.as('worker', 1), logger).raise(fault);
    expect(await list()).toMatchObject([
      { times: 1, cleared: false, clearing: null },
      { id, times: 1, cleared: true },
    ]);
    expect(lines).toHaveLength(1);
  });

  test('of a number that nobody gave is none', async () => {
    expect(await clear(987_654_321)).toBeUndefined();
  });
});

test.each(['api', 'worker'] as const)('what an alarm said is not for the %s to change', async (role) => {
  await clear(await openOne());
  const db = database.as(role, 1);
  for (const set of [`code = 'x'`, `case_id = 'x'`, `detail = 'x'`, `raised_at = now()`])
    expect(await codeOf(db.execute(`UPDATE operator_alarms SET ${set}`))).toBe(denied);
  expect(await codeOf(db.execute('DELETE FROM operator_alarms'))).toBe(denied);
  expect(await codeOf(db.execute(`UPDATE alarm_clearings SET reason = 'x'`))).toBe(denied);
  expect(await codeOf(db.execute('DELETE FROM alarm_clearings'))).toBe(denied);
});

test('of an alarm that was raised twice at one moment, before they were counted, the first stays', async () => {
  const { owner } = database;
  const client = await owner.connect();
  await client.query(`BEGIN; DROP TABLE alarm_clearings; DROP INDEX operator_alarms_open; DELETE FROM operator_alarms;
    ALTER TABLE operator_alarms DROP COLUMN times, DROP COLUMN last_at, DROP COLUMN cleared;
    INSERT INTO operator_alarms (code, case_id, detail) VALUES ('a', NULL, '1'), ('a', NULL, '1'), ('a', 'c', '1')`);
  await client.query(await readFile('db/migrations/0012_alarms.sql', 'utf8'));
  const { rows } = await client.query('SELECT case_id, times, cleared FROM operator_alarms ORDER BY id');
  await client.query('ROLLBACK');
  client.release();
  expect(rows).toEqual([null, 'c'].map((case_id) => ({ case_id, times: 1, cleared: false })));
});

test('no alarm is cleared by the worker', async () => {
  await raise();
  const cleared = 'UPDATE operator_alarms SET cleared = true';
  expect(await codeOf(database.as('worker', 1).execute(cleared))).toBe(denied);
});
