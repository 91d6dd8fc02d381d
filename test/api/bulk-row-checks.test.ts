/** A row of an employer's file held against who may file for its purpose, told by column. */
import { describe, expect, test } from '@jest/globals';
import { readBulkFile } from '../../api/bulk-file';
import { checkBulkRows } from '../../api/bulk-row-checks';
import { bulkColumnNames, bulkColumns } from '../../domain/bulk-columns';
import { manyWorkers, workersFile } from '../support/workers-file';

const example = Object.fromEntries(bulkColumnNames.map((name) => [name, bulkColumns[name].example]));
const by = { bin: '180140000127', filedOn: '2026-05-12' };

async function faultsOf(unlike: object) {
  const cells = { ...example, ...unlike };
  const [row] = await checkBulkRows([{ row: 2, width: bulkColumnNames.length, cells }], by);
  return row && 'faults' in row ? row.faults : [];
}

describe('a row of a worker', () => {
  test.each([
    ['work-with-permit', 'UZB', undefined],
    ['eaeu-work', 'RUS', undefined],
    ['eaeu-work', 'TUR', 'purpose-not-of-citizenship'],
    ['work-with-permit', 'KAZ', 'citizen-needs-no-permit'],
  ])('for %s, of a citizen of %s: %s', async (...[purpose, citizenship, code]) => {
    const expected = code === undefined ? [] : [expect.objectContaining({ column: 'citizenship', code })];
    expect(await faultsOf({ purpose, citizenship })).toEqual(expected);
  });

  test.each([
    ['that ends today', '2026-05-12', []],
    ['that ended ten days ago', '2026-05-02', []],
    ['that ended eleven days ago', '2026-05-01', ['currentPermitUntil']],
    ['that ended a year ago', '2025-05-12', ['currentPermitUntil']],
  ])('who renews a permit %s is in time, or late by the column that says so', async (_, until, columns) => {
    const renewed = { filing: 'renewal', currentPermitNumber: 'TP-1', currentPermitUntil: until };
    const late = columns.map((column) => expect.objectContaining({ column, code: 'filing-window-closed' }));
    expect(await faultsOf(renewed)).toEqual(late);
    expect(await faultsOf({ ...renewed, filing: 'issue' })).toEqual([]);
  });
});

describe('a worker who stands there twice', () => {
  const [first = {}, second = {}] = manyWorkers(2);
  const rowsOf = (...workers: object[]) =>
    workers.map((cells, index) => ({
      row: index + 2,
      width: bulkColumnNames.length,
      cells: { ...example, ...cells },
    }));
  const columnsOf = async (...workers: object[]) =>
    (await checkBulkRows(rowsOf(...workers), by)).map((row) =>
      'faults' in row ? row.faults.map(({ column, code }) => `${column} ${code}`) : [],
    );

  test.each([
    ['by his number, whose passport is new', { ...second, iin: first.iin }, ['iin repeated']],
    [
      'by his passport, under another number',
      { ...second, passportNumber: first.passportNumber },
      ['passportNumber repeated'],
    ],
    [
      'not by a passport of another country',
      { ...second, passportNumber: first.passportNumber, citizenship: 'KGZ' },
      [],
    ],
  ])('is known %s', async (_, again, faults) => {
    expect(await columnsOf(first, again)).toEqual([[], faults]);
  });
});

test('rows whose lines end in another way than the header are rows of their own', () => {
  const [header = '', ...rows] = workersFile(manyWorkers(3)).toString().split('\r\n');
  const mixed = Buffer.from(`${header}\r\n${rows.join('\n')}\n`);
  expect(readBulkFile(mixed)).toEqual(readBulkFile(workersFile(manyWorkers(3))));
});
