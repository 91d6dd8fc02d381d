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
});
