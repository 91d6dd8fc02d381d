/** Whoever waits for a case is woken by its next change, also after the line was cut. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createChanges, type Changes } from '../../db/changes';
import { createRecord, type CaseRecord } from '../../db/record';
import { anEvent, livesTo, story } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

const longMs = 20_000;
let database: OwnDatabase;
let record: CaseRecord;
let changes: Changes;
let troubles: Error[];
let count = 0;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  record = createRecord(database.as('worker'));
});
afterAll(() => database.close());

beforeEach(async () => {
  caseId = `case-${(count += 1)}`;
  troubles = [];
  changes = createChanges(database.urlOf('api'), (error) => troubles.push(error));
  await changes.listen();
});
afterEach(() => changes.close());

/** How long somebody waited, in milliseconds. */
async function waited(promise: Promise<void>): Promise<number> {
  const from = Date.now();
  await promise;
  return Date.now() - from;
}

async function cutTheLine(): Promise<void> {
  const { rowCount } = await database.owner.query(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`);
  expect(rowCount).toBe(1);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}

const opening = () => record.appendEvents(caseId, story(livesTo['awaiting-test-booking']));

describe('whoever waits', () => {
  test('is woken by a change of his case, all of them at once', async () => {
    const waiting = [
      waited(changes.waitForChange(caseId, longMs)),
      waited(changes.waitForChange(caseId, longMs)),
    ];
    await opening();
    for (const ms of await Promise.all(waiting)) expect(ms).toBeLessThan(longMs / 4);
  });

  test('is woken when the change can be read, not before', async () => {
    const reading = changes.waitForChange(caseId, longMs).then(async () => {
      const { rows } = await database.owner.query('SELECT seq FROM cases WHERE case_id = $1', [caseId]);
      return rows;
    });
    await opening();
    expect(await reading).toEqual([{ seq: 1 }]);
  });

  test('is not woken by another case', async () => {
    const waiting = waited(changes.waitForChange(`${caseId}-other`, 300));
    await opening();
    expect(await waiting).toBeGreaterThanOrEqual(290);
  });

  test('is not woken by a case whose id only begins like his', async () => {
    const waiting = waited(changes.waitForChange(caseId.slice(0, -1), 300));
    await opening();
    expect(await waiting).toBeGreaterThanOrEqual(290);
  });

  test('waits no longer than his time', async () => {
    const ms = await waited(changes.waitForChange(caseId, 100));
    expect(ms).toBeGreaterThanOrEqual(95);
    expect(ms).toBeLessThan(longMs / 4);
  });

  test('can give up, also before he began', async () => {
    const giving = new AbortController();
    const waiting = waited(changes.waitForChange(caseId, longMs, giving.signal));
    giving.abort();
    expect(await waiting).toBeLessThan(longMs / 4);
    expect(await waited(changes.waitForChange(caseId, longMs, giving.signal))).toBeLessThan(longMs / 4);
  });

  test('is woken when the service closes', async () => {
    const waiting = waited(changes.waitForChange(caseId, longMs));
    await changes.close();
    expect(await waiting).toBeLessThan(longMs / 4);
  });
});

describe('when the line is cut', () => {
  test('whoever waited is woken after it is taken up again, and may look for himself', async () => {
    const waiting = waited(changes.waitForChange(caseId, longMs));
    await cutTheLine();
    await until(() => troubles.length > 0);
    await opening();
    expect(await waiting).toBeLessThan(longMs / 2);
  });

  test('changes are heard again afterwards', async () => {
    await opening();
    const waiting = changes.waitForChange(caseId, longMs);
    await cutTheLine();
    await waiting;
    const next = waited(changes.waitForChange(caseId, longMs));
    await record.appendEvents(caseId, [anEvent('language-test-booked', { seq: 2 })]);
    expect(await next).toBeLessThan(longMs / 4);
  });

  test('again and again, it is taken up again and again', async () => {
    for (let time = 0; time < 3; time += 1) {
      const waiting = waited(changes.waitForChange(caseId, longMs));
      await cutTheLine();
      expect(await waiting).toBeLessThan(longMs / 2);
    }
    expect(troubles.length).toBeGreaterThanOrEqual(3);
  });

  test('closing while it is being taken up leaves no line behind', async () => {
    const others = createChanges(database.urlOf('api'), (error) => troubles.push(error));
    const listening = others.listen();
    await others.close();
    await listening.catch(() => undefined);
    const lines = async () => {
      const { rowCount } = await database.owner.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      );
      return rowCount;
    };
    for (let look = 0; look < 50 && (await lines()) !== 1; look += 1) await sleep(20);
    expect(await lines()).toBe(1);
    expect(troubles).toEqual([]);
  });
});
