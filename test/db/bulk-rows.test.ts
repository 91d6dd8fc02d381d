/** Rows of a file are leased to one at a time, settled once, and forgotten when they are. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Value } from 'typebox/value';
import { createBulkRows, keepFilingInTx } from '../../db/desk/bulk-filings';
import { createBulkReads } from '../../db/reads/bulk-filings';
import { employers } from '../../db/schema';
import { BulkRow, readBulkCells } from '../../domain/bulk-row';
import { workerCells } from '../support/workers-file';
import { openDatabase, type OwnDatabase } from './own-database';

const bin = '150340011878';
const employerId = randomUUID();
const content = Value.Parse(BulkRow, readBulkCells(workerCells(), bin));

let database: OwnDatabase;
let filingId: string;
beforeAll(async () => {
  database = await openDatabase();
  await database
    .as('api')
    .insert(employers)
    .values({ employerId, bin, name: 'A builder', isIndividual: false });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner.query('DELETE FROM bulk_rows');
  filingId = randomUUID();
  const filing = { filingId, employerId, sha256: filingId, uploadedBy: 'e-one', language: 'ru' as const };
  const rows = Array.from({ length: 40 }, (_, n) => ({ row: n + 2, caseId: `${filingId}.${n}`, content }));
  await database.as('api').transaction((tx) => keepFilingInTx(tx, filing, async () => rows));
});

test('of several who lease at once none gets the row of another, and none is left out', async () => {
  const pools = Array.from({ length: 4 }, () => createBulkRows(database.as('api', 3)));
  const leased = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => pools[n % 4]?.claim(3, 60_000)),
  );
  const rows = leased.flat().map((row) => row?.row);
  expect(rows).toHaveLength(40);
  expect(new Set(rows).size).toBe(40);
  expect(leased.flat()[0]).toMatchObject({
    employerId,
    uploadedBy: 'e-one',
    language: 'ru',
    content,
    tries: 1,
  });
});

test('a row whose lease is over is leased again, with how often it was tried', async () => {
  const rows = createBulkRows(database.as('api'));
  await rows.claim(40, -1);
  expect((await rows.claim(1, 60_000))[0]).toMatchObject({ tries: 2 });
});

test('a row that is given back is leased again after its pause, with how often its filing broke in a row', async () => {
  const rows = createBulkRows(database.as('api'));
  const [row] = await rows.claim(1, 60_000);
  if (row === undefined) throw new Error('nothing to lease');
  expect(row.troubles).toBe(0);
  await rows.release(row, 60_000, 3);
  expect((await rows.claim(40, 60_000)).map((other) => other.row)).not.toContain(row.row);
  await rows.release(row, -1, 4);
  expect(await rows.claim(1, 60_000)).toMatchObject([{ row: row.row, troubles: 4 }]);
  await rows.markFiled(row);
  await rows.release(row, -1, 0);
  expect(await rows.claim(1, 60_000)).toMatchObject([{ row: row.row, state: 'filed', troubles: 0 }]);
});

test('a row that is settled is leased no more, its worker is forgotten, and its first settlement stands', async () => {
  const rows = createBulkRows(database.as('api'));
  const [row] = await rows.claim(1, -1);
  if (row === undefined) throw new Error('nothing to lease');
  await rows.markFiled(row);
  await rows.settle(row, { state: 'submitted' });
  await rows.settle(row, { state: 'failed', code: 'case-over', faults: [] });
  const seen = await createBulkReads(database.as('api')).listBulkRows(filingId, { after: 0, limit: 1 });
  expect(seen).toMatchObject([{ state: 'submitted', code: null, caseId: row.caseId }]);
  const { rows: left } = await database.owner.query('SELECT content FROM bulk_rows WHERE row = 2');
  expect(left).toEqual([{ content: null }]);
  expect((await rows.claim(40, 60_000)).map((again) => again.row)).not.toContain(row.row);
});
