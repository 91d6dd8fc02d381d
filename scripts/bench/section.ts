/** What a measurement hands to the report: figures in a table, aims met or not, and what they mean. */
import { num, written, type Spread } from './spread';

export interface Verdict {
  figure: string;
  aim: string;
  measured: string;
  met: boolean;
}

export interface Table {
  head: string[];
  rows: string[][];
}

export interface Section {
  title: string;
  verdicts: Verdict[];
  tables: Table[];
  notes: string[];
}

/** Judged by the median. */
export function atLeast(aim: number, figure: string, ratio: Spread): Verdict {
  return { figure, aim: `≥ ${num(aim)}`, measured: written(ratio), met: ratio.median >= aim };
}

/** Judged by the median. */
export function atMost(aim: number, figure: string, ratio: Spread): Verdict {
  return { figure, aim: `≤ ${num(aim)}`, measured: written(ratio), met: ratio.median <= aim };
}

/** A row of a table: the figure, how often it was taken, and its spread. */
export function spreadRow(figure: string, unit: string, { n, min, median, max }: Spread): string[] {
  return [figure, unit, String(n), num(min), `**${num(median)}**`, num(max)];
}
export const spreadHead = ['figure', 'unit', 'n', 'min', 'median', 'max'];
