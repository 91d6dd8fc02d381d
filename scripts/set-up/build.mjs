/** Compiles the sources and bundles the workflows when a source changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runNode } from './run-step.mjs';
import { say } from './say.mjs';

const stampFile = inRoot('dist', '.ruqsat-built');
const passedBy = new Set(['node_modules', 'dist', 'coverage', 'docs']);
const bundler = inRoot('dist', 'worker', 'bundle.js');

export function buildIfChanged() {
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Compiling …');
  rmSync(stampFile, { force: true });
  mkdirSync(inRoot('dist'), { recursive: true });
  runNode([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', inRoot('tsconfig.build.json')]);
  if (existsSync(bundler)) {
    say('Bundling the workflows …');
    runNode([bundler]);
  }
  writeFileSync(stampFile, stamp);
}

/** Changes with the name, size or time of any source, without reading one. */
function currentStamp() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    describe(hash, inRoot(file));
  for (const file of sourcesIn(root)) describe(hash, file);
  return hash.digest('hex');
}

function describe(hash, file) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file} ${size} ${mtimeMs}\n`);
}

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || passedBy.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesIn(path);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) yield path;
  }
}
