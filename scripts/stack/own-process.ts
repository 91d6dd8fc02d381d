/** Starts one of our own compiled programs and waits until it says that it is ready. */
import { join } from 'node:path';
import { readyOrStopped, startChild, withLastWords, type Child } from '../servers/child';
import type { Leash } from '../servers/leash';
import { findProjectRoot } from '../servers/project-root';
import { waitUntil } from '../servers/wait-until';
import type { Environment } from './environments';

export interface OwnProcess {
  name: string;
  /** Under dist/. */
  program: string;
  env: Environment;
  /** All of them answer 200 when it is ready; none for a program that runs to its end. */
  readyUrls: readonly string[];
}

/** What a program needs from the machine, and nothing that a person set for another program. */
const ambient = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'TZ',
  'LANG',
  'SystemRoot',
  'USERPROFILE',
  'NODE_ENV',
];

export interface Surroundings {
  leash: Leash;
  onLine: (line: string) => void;
  abandon?: AbortSignal;
}

/** Resolves when every one of its addresses answers. */
export async function startUntilReady(own: OwnProcess, surroundings: Surroundings) {
  const child = startOwnProcess(own, surroundings);
  for (const url of own.readyUrls) {
    const answers = async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
    const options = { what: own.name, timeoutMs: 60_000, failed: child.howItEnded };
    await readyOrStopped(child, waitUntil(answers, options));
  }
  return { child };
}

/** Rejects unless the program ends with exit code 0. */
export async function runToTheEnd(own: OwnProcess, surroundings: Surroundings): Promise<void> {
  const child = startOwnProcess(own, surroundings);
  const how = await child.ended;
  if (!how.endsWith('exit code 0')) throw new Error(await withLastWords(how, child));
}

function startOwnProcess({ name, program, env }: OwnProcess, surroundings: Surroundings): Child {
  const root = findProjectRoot();
  const inherited = Object.fromEntries(
    ambient.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return startChild({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(root, 'dist', program)],
    cwd: root,
    env: { ...inherited, ...env },
    ...surroundings,
  });
}
