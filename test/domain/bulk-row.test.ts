/** A row of a file of workers: cells by column, and back from a fault to its column. */
import { describe, expect, test } from '@jest/globals';
import { Value } from 'typebox/value';
import { bulkColumnNames, bulkColumns, findColumn, type BulkColumn } from '../../domain/bulk-columns';
import { BulkRow, readBulkCells } from '../../domain/bulk-row';
import { findPermitFormFaults } from '../../domain/permit-form';
import { findPersonFaults } from '../../domain/person';

const bin = '150340011878';
const example = Object.fromEntries(
  bulkColumnNames.map((name) => [name, bulkColumns[name].example]),
) as Record<BulkColumn, string>;
const rowWith = (cells: Partial<Record<BulkColumn, string>>) => readBulkCells({ ...example, ...cells }, bin);

describe('a row', () => {
  test('of the template is one that could be filed', () => {
    const row = Value.Parse(BulkRow, rowWith({}));
    const { filing, purpose, person, form } = row;
    const filedOn = '2026-05-12';
    expect(findPersonFaults(person, filedOn)).toEqual([]);
    expect(findPermitFormFaults(form, { filing, purpose, person, filedOn, employerBin: bin })).toEqual([]);
  });

  test('names the BIN of the account, whatever the file says', () => {
    expect(rowWith({})).toMatchObject({ form: { employment: { bin } } });
  });

  test('reads days as a spreadsheet writes them, and yes and no', () => {
    expect(rowWith({ bornOn: '17.04.1989', ownsHousing: 'yes' })).toMatchObject({
      person: { bornOn: '1989-04-17' },
      form: { stay: { ownsHousing: true } },
    });
  });

  test('says nothing of what its cells leave empty', () => {
    const { form } = rowWith({ contractUntil: ' ' }) as { form: Record<string, Record<string, unknown>> };
    expect(form['employment']).not.toHaveProperty('contractUntil');
    expect(form).not.toHaveProperty('currentPermit');
  });

  test('without an IIN, or for a purpose that is not work, is no row', () => {
    expect(Value.Check(BulkRow, rowWith({ iin: '' }))).toBe(false);
    expect(Value.Check(BulkRow, rowWith({ purpose: 'study' }))).toBe(false);
    expect(Value.Check(BulkRow, rowWith({}))).toBe(true);
  });
});

test('every fault finds the column that it is about', () => {
  for (const name of bulkColumnNames) expect(findColumn(bulkColumns[name].pointer)).toBe(name);
  expect(findColumn('/form/currentPermit')).toBe('currentPermitNumber');
  expect(findColumn('/form/employment/bin')).toBeUndefined();
});
