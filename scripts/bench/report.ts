/** The report: what was aimed at and what came out, then every figure. */
import type { Section, Table } from './section';

/** What a part measured: on which day (YYYY-MM-DD), for how long, on what, and the machine's load before it. */
export interface Measured {
  date: string;
  minutes: number;
  /** Averages over 1, 5 and 15 minutes. */
  load: string;
  machine: string[];
  sections: Section[];
}

/** Markdown that is also readable in a terminal. */
export function writeReport(parts: Record<string, Measured>): string {
  const measured = Object.values(parts);
  const sections = measured.flatMap((part) => part.sections);
  const verdicts = sections.flatMap(({ verdicts: each }) => each);
  const missed = verdicts.filter(({ met }) => !met);
  const machines = new Set(measured.flatMap(({ machine }) => machine));
  const lines = [
    '# Benchmarks',
    '',
    '<!-- Written by `npm run bench`; change the program, not this page. -->',
    '',
    'Both sides of every comparison ran in one run of `npm run bench`, taking turns.',
    '',
    ...[...machines].map((line) => `- ${line}`),
    '',
    ...tableLines({
      head: ['part', 'measured on', 'minutes', 'load of the machine before it (1, 5, 15 minutes)'],
      rows: Object.entries(parts).map(([part, { date, minutes, load }]) => [part, date, `${minutes}`, load]),
    }),
    '',
    '## Aims',
    '',
    ...tableLines({
      head: ['figure', 'aim', 'measured: min / median / max', ''],
      rows: verdicts.map(({ figure, aim, measured: came, met }) => [
        figure,
        aim,
        came,
        met ? 'met' : '**not met**',
      ]),
    }),
    '',
    missed.length === 0 ? 'Every aim is met.' : `${missed.length} of ${verdicts.length} aims are not met.`,
    ...sections.flatMap(sectionLines),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, tables, notes }: Section): string[] {
  return [
    '',
    `## ${title}`,
    ...tables.flatMap((table) => ['', ...tableLines(table)]),
    ...notes.flatMap((note) => ['', note]),
  ];
}

/** Columns padded, as prettier would have them. */
function tableLines({ head, rows }: Table): string[] {
  const widths = head.map((title, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
