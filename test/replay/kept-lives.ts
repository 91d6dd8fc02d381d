/** Recorded lives as they are kept beside the tests, and the key that opens them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../scripts/servers/project-root';
import type { CaseExport } from '../../audit/export';

const folder = join(findProjectRoot(), 'test', 'replay', 'histories');

/** Opens nothing but these recordings of invented people. */
export const testKeyFile = join(folder, 'TEST-KEY-not-a-secret.txt');

export function listKeptLives(): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.replace('.json', '')] : []));
}

export function readKeptLife(life: string): CaseExport {
  return JSON.parse(readFileSync(join(folder, `${life}.json`), 'utf8')) as CaseExport;
}

/** One event a line, so that a change of a recording can be looked at. */
export function keepLife(life: string, { runs, events, ...rest }: CaseExport): void {
  const lines = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  const told = runs.map(({ history, ...run }) => {
    const { events: happened } = history as { events: unknown[] };
    return `${JSON.stringify(run).slice(0, -1)},"history":{"events":[\n${lines(happened)}]}}`;
  });
  const head = JSON.stringify(rest).slice(0, -1);
  writeFileSync(
    join(folder, `${life}.json`),
    `${head},"runs":[\n${told.join(',\n')}],\n"events":[\n${lines(events)}]}\n`,
  );
}
