/** A worker as a process of its own, so that it can be killed as machines kill. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Leash } from '../../scripts/servers/leash';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { waitUntil } from '../../scripts/servers/wait-until';

export interface WorkerProgram {
  /** A compiled program below dist/; the production worker by default. */
  program?: string;
  env?: Record<string, string>;
}

interface Start extends WorkerProgram {
  leash: Leash;
  env: Record<string, string>;
}

/** Resolves when the worker polls. */
export async function startWorkerProcess({ program = 'worker/main.js', env, leash }: Start) {
  const child = spawn(process.execPath, [join(findProjectRoot(), 'dist', program)], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  leash.hold(pid, 'SIGKILL');
  const isReady = async () => (await fetch(`http://127.0.0.1:${env['HEALTH_PORT']}/health/ready`)).ok;
  await waitUntil(isReady, {
    what: 'the worker',
    timeoutMs: 90_000,
    everyMs: 100,
    failed: () => (child.exitCode === null && child.signalCode === null ? undefined : output),
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    leash.free(pid);
  };
  return {
    /** Everything it printed. */
    output: () => output,
    /** Resolves when it has ended by itself. */
    ended: ended.then(() => undefined),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
export type WorkerProcess = Awaited<ReturnType<typeof startWorkerProcess>>;
