/** A lock file that names its owner, so that the lock of a dead process holds nobody up. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { identifyProcess } from './process-identity';

interface Owner {
  pid: number;
  identity: string;
}

export type LockAttempt = { taken: true; release: () => void } | { taken: false; ownerPid: number };

/** Takes the lock, unless a living process has it. */
export function tryLock(file: string): LockAttempt {
  const own = JSON.stringify({
    pid: process.pid,
    identity: identifyProcess(process.pid) ?? '',
  } satisfies Owner);
  for (;;) {
    if (create(file, own)) return { taken: true, release: () => releaseOwn(file, own) };
    const text = read(file);
    if (text === undefined) continue;
    const owner = parse(text);
    if (owner && identifyProcess(owner.pid) === owner.identity) return { taken: false, ownerPid: owner.pid };
    removeExactly(file, text);
  }
}

/** The whole content appears at once, under a name that only one of us can make. */
function create(file: string, content: string): boolean {
  const draft = unique(file);
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the stale lock away, and puts it back when it turns out to be a newer one. */
function removeExactly(file: string, content: string): void {
  const aside = unique(file);
  try {
    renameSync(file, aside);
    if (read(aside) !== content) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseOwn(file: string, own: string): void {
  if (read(file) === own) rmSync(file, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

const unique = (file: string) => `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
