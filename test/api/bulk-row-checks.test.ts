/** A row of an employer's file held against who may file for its purpose, told by column. */
import { describe, expect, test } from '@jest/globals';
import { checkBulkRows } from '../../api/bulk-row-checks';
import { bulkColumnNames, bulkColumns } from '../../domain/bulk-columns';

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
