/** The figures of every part as it was last measured in full, and the page that is written from them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../servers/project-root';
import { writeReport, type Measured } from './report';

/** Keeps the figures of one part beside those of the others; the page tells them in the order of `parts`. */
export function keepFigures(part: string, measured: Measured, parts: readonly string[]): void {
  const docs = join(findProjectRoot(), 'docs');
  const file = join(docs, 'benchmarks.json');
  mkdirSync(docs, { recursive: true });
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const kept = { ...(JSON.parse(before) as Record<string, Measured>), [part]: measured };
  const inOrder = Object.fromEntries(
    parts.flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])),
  );
  writeFileSync(file, `${JSON.stringify(inOrder, null, 2)}\n`);
  writeFileSync(join(docs, 'benchmarks.md'), writeReport(inOrder));
}
