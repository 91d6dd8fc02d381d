/** Where the checkout is, whether this file runs as TypeScript in a test or compiled in dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function findProjectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json was found above this file.');
  return findProjectRoot(parent);
}
