/** Our own store of histories and of workflow code: everything once, and nothing altered unseen. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256Hex } from '../../db/hash';
import { createHistoryStore, type HistoryStore } from '../../db/history-store';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let store: HistoryStore;
let reader: HistoryStore;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  store = createHistoryStore(database.as('worker'));
  reader = createHistoryStore(database.as('audit'));
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

const json = '{"events":[{"eventId":"1"},{"eventId":"2"}]}';
const aRun = () => ({ caseId, runId: 'run-1', json, lastEventId: 2, bundleHashes: ['aa', 'bb'] });
const flipped = `set_byte(%, length(%) / 2, get_byte(%, length(%) / 2) # 1)`;
const damaged = (column: string) => `${column} = ${flipped.replaceAll('%', column)}`;

/** The next is kept at a later instant, of which the table knows milliseconds. */
const later = () => sleep(2);

async function tamper(statement: string, ...values: unknown[]): Promise<void> {
  expect((await database.owner.query(statement, values)).rowCount).toBe(1);
}

describe('a history', () => {
  test('is found as it was kept', async () => {
    await store.keep(aRun());
    expect(await reader.findHistories(caseId)).toEqual([
      { json, runId: 'run-1', lastEventId: 2, bundleHashes: ['aa', 'bb'], intact: true },
    ]);
    expect(await reader.findHistories(`${caseId}-other`)).toEqual([]);
  });

  test('is kept once: what comes under the same run and event is silence', async () => {
    await store.keep(aRun());
    await store.keep({ ...aRun(), json: '{"events":[]}' });
    await Promise.all([store.keep(aRun()), store.keep(aRun())]);
    expect(await reader.findHistories(caseId)).toMatchObject([{ json, intact: true }]);
  });

  test('of each run and length is kept, the latest first', async () => {
    await store.keep(aRun());
    await later();
    await store.keep({ ...aRun(), lastEventId: 9 });
    await later();
    await store.keep({ ...aRun(), runId: 'run-2' });
    const found = await reader.findHistories(caseId);
    expect(found.map(({ runId, lastEventId }) => [runId, lastEventId])).toEqual([
      ['run-2', 2],
      ['run-1', 9],
      ['run-1', 2],
    ]);
  });

  test('whose text was replaced is not intact', async () => {
    await store.keep(aRun());
    const forged = gzipSync(json.replace('2', '3'));
    await tamper('UPDATE history_exports SET history = $2 WHERE case_id = $1', caseId, forged);
    expect(await reader.findHistories(caseId)).toMatchObject([{ intact: false }]);
  });

  test('whose hash was replaced is not intact', async () => {
    await store.keep(aRun());
    await tamper('UPDATE history_exports SET sha256 = $2 WHERE case_id = $1', caseId, sha256Hex('other'));
    expect(await reader.findHistories(caseId)).toMatchObject([{ intact: false }]);
  });

  test.each([
    ['one byte of which was changed', damaged('history')],
    ['that was cut short', `history = substring(history FROM 1 FOR length(history) - 9)`],
    ['that is no archive any more', `history = 'nothing'`],
  ])('%s is not intact, and the others of the case can still be read', async (_, change) => {
    await store.keep(aRun());
    await later();
    await store.keep({ ...aRun(), runId: 'run-2' });
    await tamper(`UPDATE history_exports SET ${change} WHERE case_id = $1 AND run_id = 'run-1'`, caseId);
    const found = await reader.findHistories(caseId);
    expect(found.map(({ runId, intact }) => [runId, intact])).toEqual([
      ['run-2', true],
      ['run-1', false],
    ]);
  });
});

describe('workflow code', () => {
  const aCode = () => `export const life = '${randomUUID()}';`;

  test('is found by its hash, once kept', async () => {
    const code = aCode();
    const hash = await store.keepBundle(code);
    expect(hash).toBe(sha256Hex(code));
    expect(await reader.findBundle(hash)).toBe(code);
    expect(await reader.findBundle(sha256Hex('never kept'))).toBeUndefined();
  });

  test('is kept once, however many workers start with it', async () => {
    const code = aCode();
    const hashes = await Promise.all(Array.from({ length: 4 }, () => store.keepBundle(code)));
    expect(new Set(hashes).size).toBe(1);
    const { rowCount } = await database.owner.query('SELECT 1 FROM workflow_bundles WHERE hash = $1', [
      hashes[0],
    ]);
    expect(rowCount).toBe(1);
  });

  test('that is not that code any more is not found', async () => {
    const hash = await store.keepBundle(aCode());
    await tamper('UPDATE workflow_bundles SET code = $2 WHERE hash = $1', hash, gzipSync(aCode()));
    expect(await reader.findBundle(hash)).toBeUndefined();
  });

  test('that is damaged is not found', async () => {
    const hash = await store.keepBundle(aCode());
    await tamper(`UPDATE workflow_bundles SET ${damaged('code')} WHERE hash = $1`, hash);
    expect(await reader.findBundle(hash)).toBeUndefined();
  });
});
