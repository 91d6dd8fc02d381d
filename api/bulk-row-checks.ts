/** Each row of a file held against the form and its rules, before anything is filed. */
import { setImmediate as letOthersGo } from 'node:timers/promises';
import { bulkColumnNames, findColumn } from '../domain/bulk-columns';
import type { RowFault } from '../domain/bulk-filing';
import { BulkRow, readBulkCells } from '../domain/bulk-row';
import { formFaults } from '../domain/form/faults';
import { findPermitFormFaults } from '../domain/permit-form';
import { findPersonFaults } from '../domain/person';
import type { FiledWorker } from '../db/desk/filed-workers';
import { whyNotOpenTo } from '../policy/permit/open-to';
import type { CellsOfRow } from './bulk-file';
import { windowOf } from './filing-window';
import { problemTitles } from './problem-titles';
import type { Fault } from './problems';
import { createShapeCheck } from './shape-checks';

/** On which law's date, and by which employer, the rows are filed. */
interface FiledBy {
  bin: string;
  filedOn: string;
}

type GoodRow = { row: number; content: BulkRow };
export type CheckedRow = GoodRow | { row: number; faults: RowFault[] };

const rowsAtOnce = 200;
const shapeFaults = createShapeCheck(BulkRow);

/** In the order of the rows; a worker who stands there twice is a fault of the second row. */
export async function checkBulkRows(rows: readonly CellsOfRow[], by: FiledBy): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === 0) await letOthersGo();
    const known = knownBy(row);
    const twice = known
      .filter(({ key }) => seen.has(key))
      .map(({ pointer }) => fault(pointer, 'repeated', 'must not stand in an earlier row'));
    checked.push(checkRow(row, { by, twice }));
    for (const { key } of known) seen.add(key);
  }
  return checked;
}

/** What shows that two rows are of one person: the IIN, or the passport and its country. */
function knownBy({ cells }: CellsOfRow): { pointer: string; key: string }[] {
  const [iin, citizenship, passportNumber] = [cells.iin, cells.citizenship, cells.passportNumber].map(
    (cell) => (cell ?? '').trim(),
  );
  return [
    ...(iin ? [{ pointer: '/person/iin', key: iin }] : []),
    ...(passportNumber
      ? [{ pointer: '/person/passportNumber', key: `${citizenship} ${passportNumber}` }]
      : []),
  ];
}

/** A worker for whom the account has filed already is a fault of his row: a corrected file files nobody twice. */
export async function withoutFiled(
  rows: readonly CheckedRow[],
  findFiled: (workers: readonly GoodRow[]) => Promise<readonly FiledWorker[]>,
): Promise<CheckedRow[]> {
  const filed = await findFiled(rows.filter((row) => 'content' in row));
  const columnOf = new Map(filed.map(({ row, by }) => [row, by]));
  return rows.map((checked) => {
    const by = columnOf.get(checked.row);
    return by === undefined ? checked : { row: checked.row, faults: faultsByColumn([filedAlready(by)]) };
  });
}

function filedAlready(by: FiledWorker['by']): Fault {
  return fault(`/person/${by}`, 'already-filed', 'must not be of a worker for whom you have filed already');
}

function checkRow(
  { row, width, cells }: CellsOfRow,
  { by, twice }: { by: FiledBy; twice: Fault[] },
): CheckedRow {
  if (width !== bulkColumnNames.length) {
    const message = 'must have as many cells as the header';
    return { row, faults: [{ column: '', code: 'column-count', message }] };
  }
  const content = readBulkCells(cells, by.bin);
  const shape = shapeFaults(content);
  const faults = shape.length > 0 ? shape : [...twice, ...ruleFaults(content as BulkRow, by)];
  if (faults.length === 0) return { row, content: content as BulkRow };
  return { row, faults: faultsByColumn(faults) };
}

function ruleFaults(content: BulkRow, { bin: employerBin, filedOn }: FiledBy): Fault[] {
  const { filing, purpose, person, form } = content;
  const ofPerson = findPersonFaults(person, filedOn).map(({ pointer, code }) => ({
    pointer: `/person${pointer}`,
    code,
  }));
  const closed = whyNotOpenTo(purpose, person.citizenship);
  const ofForm = findPermitFormFaults(form, { filedOn, purpose, filing, person, employerBin });
  const inTime = form.currentPermit === undefined ? [] : windowOf(form, { filing, filedOn }).faults;
  const told = [...ofPerson, ...ofForm.map(({ pointer, code }) => ({ pointer: `/form${pointer}`, code }))];
  return [
    ...(closed ? [fault('/person/citizenship', closed.code, problemTitles[closed.code].en)] : []),
    ...told.map(({ pointer, code }) => fault(pointer, code, formFaults[code])),
    ...inTime.map((late) => ({ ...late, pointer: `/form${late.pointer}` })),
  ];
}

/** Faults of a form or a person that a door found later are told the same way. */
export function faultsByColumn(faults: readonly Fault[]): RowFault[] {
  return faults.map(({ pointer, code, message }) => ({ column: findColumn(pointer) ?? '', code, message }));
}

function fault(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message };
}
