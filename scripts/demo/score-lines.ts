/** Points as bars: one line a criterion, each with the row that applied. */
import type { Score } from '../../domain/events';
import { inWords } from './who';

const width = 24;
const nameWidth = 11;

export function bar(part: number, whole: number, cells = width): string {
  const full = Math.max(0, Math.min(cells, Math.round((part / whole) * cells)));
  return '█'.repeat(full) + '░'.repeat(cells - full);
}

/** Bars share one scale, so that a long one is worth more than a short one. */
export function scoreLines({ rows, total, threshold, passed }: Score): string[] {
  const longest = Math.max(...rows.map(({ max }) => max));
  const lines = rows.map(({ criterion, bucket, points, max }) => {
    const cells = Math.round((max / longest) * width);
    const drawn = bar(points, max, cells).padEnd(width);
    return `${criterion.padEnd(nameWidth)} ${drawn} ${count(points)} of ${count(max)}  ${inWords(bucket)}`;
  });
  const sum = `${'together'.padEnd(nameWidth)} ${' '.repeat(width)} ${count(total)}, needed ${threshold}  ${passed ? '✓' : '✗'}`;
  return [...lines, sum];
}

function count(points: number): string {
  return String(points).padStart(3);
}
