/** One Node program as a process: on the leash, its output in a file, ready when its door answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Leash } from '../servers/leash';
import { waitUntil } from '../servers/wait-until';

export interface Program {
  name: string;
  /** The compiled file. */
  file: string;
  env: Record<string, string>;
  readyUrl: string;
  /** For Node itself, such as `--cpu-prof`. */
  nodeArgs?: readonly string[];
}

export interface Surroundings {
  leash: Leash;
  logFile: string;
}

export async function startProgram(program: Program, { leash, logFile }: Surroundings) {
  const { name, file, env, readyUrl, nodeArgs = [] } = program;
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...nodeArgs, '--enable-source-maps', file], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  leash.hold(pid, 'SIGTERM');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await waitUntil(async () => (await fetch(readyUrl)).ok, {
    what: name,
    timeoutMs: 60_000,
    failed: () => (hasEnded() ? `${name} has ended; its last words are in ${logFile}` : undefined),
  });
  return {
    pid,
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      if (!hasEnded()) await ended;
      leash.free(pid);
    },
  };
}
