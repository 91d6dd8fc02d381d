/** The report: what was aimed at and what came out, then every figure. */
import type { Section, Table } from './section';

export interface Run {
  machine: string[];
  command: string;
  /** YYYY-MM-DD. */
  date: string;
  minutes: number;
  load: string;
}

/** Markdown that is also readable in a terminal. */
export function writeReport(
  { machine, command, date, minutes, load }: Run,
  sections: readonly Section[],
): string {
  const verdicts = sections.flatMap(({ verdicts: each }) => each);
  const missed = verdicts.filter(({ met }) => !met);
  const lines = [
    '# Benchmarks',
    '',
    '<!-- Written by `npm run bench`; change the program, not this page. -->',
    '',
    `Both sides of every comparison ran in one run of \`${command}\`, on ${date}, taking turns; ${minutes} minutes in all.`,
    '',
    ...machine.map((line) => `- ${line}`),
    `- load of the machine before the run (1, 5, 15 minutes): ${load}`,
    '',
    '## Aims',
    '',
    ...tableLines({
      head: ['figure', 'aim', 'measured: min / median / max', ''],
      rows: verdicts.map(({ figure, aim, measured, met }) => [
        figure,
        aim,
        measured,
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
