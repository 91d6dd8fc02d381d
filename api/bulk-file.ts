/** A file of workers as it comes in: from bytes to cells under the columns of the template. */
import { parse } from 'csv-parse/sync';
import { bulkColumnNames, bulkColumns, type BulkColumn } from '../domain/bulk-columns';
import { mostWorkers } from '../domain/bulk-filing';
import { Problem, type Fault } from './problems';

/** `row` as a spreadsheet numbers it: the header is row 1. `width`: how many cells the row has. */
export interface CellsOfRow {
  row: number;
  width: number;
  cells: Partial<Record<BulkColumn, string>>;
}

/** Ten thousand rows of long names and streets. */
export const largestFile = 8 * 1024 * 1024;

/** Blank ones too: a longer file is not read to its end. */
const mostRows = 20 * mostWorkers;

/** The header and one worker who does not exist; spreadsheets know by its first bytes that it is UTF-8. */
export const bulkTemplate = `\uFEFF${[
  bulkColumnNames,
  bulkColumnNames.map((name) => bulkColumns[name].example),
]
  .map((cells) => cells.map(quoted).join(','))
  .join('\r\n')}\r\n`;

/** UTF-8 with or without a BOM, by comma or semicolon. Throws the problem of a file that cannot be taken. */
export function readBulkFile(bytes: Buffer): CellsOfRow[] {
  const [header, ...records] = parseRecords(decode(bytes));
  const names = (header?.cells ?? []).map((name) => name.trim());
  refuseOtherColumns(names);
  const rows = records.map(({ row, cells }) => ({ row, width: cells.length, cells: cellsOf(names, cells) }));
  if (rows.length > mostWorkers) throw new Problem('bulk-too-many-rows');
  if (rows.length === 0) throw unreadable('no-rows', 'must have a row below its header');
  return rows;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('not-utf-8', 'must be UTF-8');
  }
}

/** A file that was put together of others may have them mixed. */
const lineEnds = ['\r\n', '\n', '\r'];

/**
 * By whichever of the two delimiters stands in the header: no name of a column holds either. Rows that are not blank, also
 * from between blank ones; one more than may be is enough to know that there are too many.
 */
function parseRecords(text: string): { row: number; cells: string[] }[] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes(';') ? ';' : ',';
  const records: { row: number; cells: string[] }[] = [];
  let row = 0;
  const keep = (cells: string[]): null => {
    row += 1;
    if (row > mostRows) throw new Problem('bulk-too-many-rows');
    const isBlank = row > 1 && cells.every((cell) => cell.trim() === '');
    if (!isBlank && records.length < mostWorkers + 2) records.push({ row, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: lineEnds,
      relax_column_count: true,
      on_record: keep,
      max_record_size: 20_000,
    });
    return records;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unreadable('not-csv', 'must be CSV: is every quotation mark closed and doubled inside of a cell?');
  }
}

/** What stands in a strange header is not repeated: it may be a worker's. */
function refuseOtherColumns(names: readonly string[]): void {
  const strange = names.flatMap((name, index): Fault[] => {
    const pointer = `/columns/${index + 1}`;
    if (!isColumn(name)) return [{ pointer, code: 'unknown-column', message: 'is not in the template' }];
    const isRepeated = names.indexOf(name) !== index;
    return isRepeated ? [{ pointer, code: 'repeated', message: 'is there already' }] : [];
  });
  const missing = bulkColumnNames
    .filter((name) => !names.includes(name))
    .map((name) => ({ pointer: `/columns/${name}`, code: 'missing', message: 'is not in the file' }));
  const errors = [...strange, ...missing].slice(0, 100);
  if (errors.length > 0) throw new Problem('bulk-columns-wrong', { errors });
}

function isColumn(name: string): name is BulkColumn {
  return Object.hasOwn(bulkColumns, name);
}

function cellsOf(names: readonly string[], record: readonly string[]): Partial<Record<BulkColumn, string>> {
  return Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
}

function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function unreadable(code: string, message: string): Problem {
  return new Problem('bulk-file-unreadable', { errors: [{ pointer: '', code, message }] });
}
