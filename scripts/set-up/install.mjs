/** Installs the packages when they are missing or do not fit the lock file, this platform or this Node. */
// Not by `npm ci`: it refuses a lock file that lacks an optional package of a platform which is not even this one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, platform, versions } from 'node:process';
import { inRoot } from './paths.mjs';
import { runNpm } from './run-step.mjs';
import { say } from './say.mjs';

const stampFile = inRoot('node_modules', '.ruqsat-installed');

export function installIfStale() {
  const stamp = currentStamp();
  if (read(stampFile) === stamp) return;
  if (!isInstalledByHand()) {
    say('Installing the packages (npm install), about a minute …');
    runNpm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeFileSync(stampFile, stamp);
}

function currentStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} node ${versions.node.split('.')[0]} ${platform} ${arch}`;
}

/** True when npm's own record of node_modules holds all that the lock file asks for, and nothing else. */
function isInstalledByHand() {
  const record = read(inRoot('node_modules', '.package-lock.json'));
  if (record === undefined || read(stampFile) !== undefined) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(record).packages;
  const isPresent = ([path, entry]) =>
    path === '' || (entry.optional && !present[path]) || present[path]?.version === entry.version;
  return Object.entries(wanted).every(isPresent) && Object.keys(present).every((path) => path in wanted);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
