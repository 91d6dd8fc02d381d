/** A neighbour's paper memory: a file of JSON lines, the last line of an id being what is true of it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Opens the file, or begins it; older lines and one that was cut off in mid-writing are dropped by an atomic
 * rewrite. `put` resolves when the line is in the file, and lines are written in the order of their puts.
 */
export async function openJournal<T>(path: string) {
  const entries = readEntries<T>(path);
  const text = [...entries].map(([id, value]) => line(id, value)).join('');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  const file = await open(path, 'a');
  let written: Promise<void> = Promise.resolve();

  return {
    find: (id: string): T | undefined => entries.get(id),
    all: (): T[] => [...entries.values()],
    put(id: string, value: T): Promise<void> {
      entries.set(id, value);
      written = written.then(() => file.appendFile(line(id, value)));
      return written;
    },
    async close() {
      await written;
      await file.close();
    },
  };
}

function line(id: string, value: unknown): string {
  return `${JSON.stringify([id, value])}\n`;
}

function readEntries<T>(path: string): Map<string, T> {
  const entries = new Map<string, T>();
  for (const text of readLines(path)) {
    const [id, value] = JSON.parse(text) as [string, T];
    entries.set(id, value);
  }
  return entries;
}

/** Whole lines only: what follows the last line feed was never finished. */
function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
