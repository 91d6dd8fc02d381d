/** The files of the project, as git knows them: tracked or about to be, nothing that is ignored. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** Path from the root to text; what an example in a test hands in instead of the real tree. */
export type Tree = ReadonlyMap<string, string>;

export function readTree(wanted: (path: string) => boolean): Tree {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = listed.split('\0').filter((path) => path && wanted(path) && existsSync(join(root, path)));
  return new Map([...new Set(paths)].sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

export const isCode = (path: string) => /\.(ts|mts|cts|js|mjs|cjs)$/.test(path);
export const isTest = (path: string) => path.startsWith('test/');
