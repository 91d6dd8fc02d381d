/** Files of invented workers, as an employer's clerk would save them. */
import { bulkColumnNames, bulkColumns, type BulkColumn } from '../../domain/bulk-columns';
import { isIin } from '../../domain/iin';

type Cells = Partial<Record<BulkColumn, string>>;

/** The worker of the template, who differs where a test says so. */
export function workerCells(unlike: Cells = {}): Record<BulkColumn, string> {
  const usual = Object.fromEntries(bulkColumnNames.map((name) => [name, bulkColumns[name].example]));
  return { ...(usual as Record<BulkColumn, string>), ...unlike };
}

/** The `n`th of many: born on 17 April 1989 as all of them, with a number and a passport of his own. */
export function manyWorkers(count: number, unlike: Cells = {}): Cells[] {
  const numbers = iins();
  return Array.from({ length: count }, (_, n) => ({
    surname: `Specimen-${n}`,
    iin: numbers.next().value ?? '',
    passportNumber: `FA${String(1_000_000 + n)}`,
    ...unlike,
  }));
}

export function workersFile(workers: readonly Cells[], delimiter: ',' | ';' = ','): Buffer {
  const lines = workers.map((cells) => bulkColumnNames.map((name) => quoted(workerCells(cells)[name])));
  return Buffer.from([[...bulkColumnNames], ...lines].map((cells) => cells.join(delimiter)).join('\r\n'));
}

function quoted(cell: string): string {
  return /[",;]/.test(cell) ? `"${cell}"` : cell;
}

/** The numbers of that day whose check digit exists. */
function* iins(): Generator<string, undefined> {
  const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
  for (let serial = 0; serial < 20_000; serial += 1) {
    const first = `890417${3 + Math.floor(serial / 10_000)}${String(serial % 10_000).padStart(4, '0')}`;
    const iin = digits.map((digit) => first + digit).find(isIin);
    if (iin !== undefined) yield iin;
  }
}
