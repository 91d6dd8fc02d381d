/** Starts one program as our child: on the leash, in its own process group, its output line by line. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leash } from './leash';

export interface ChildOptions {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  user?: { uid: number; gid: number };
  stopSignal?: NodeJS.Signals;
  leash: Leash;
  /** Aborted: the child is stopped, even when whoever started it still waits for it to be ready. */
  abandon?: AbortSignal | undefined;
  onLine: (line: string) => void;
}

/** So many of the last lines of a child that did not get ready go into the error. */
const wordsKept = 8;
/** A grandchild may hold the output open after the child has ended. */
const drainedWithinMs = 1_000;

/** A process group of its own keeps the terminal's Ctrl-C away from the child, so that we stop everything in order. */
export function startChild(options: ChildOptions) {
  const { name, leash, onLine, stopSignal = 'SIGTERM' } = options;
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    ...options.user,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let end: string | undefined;
  const ended = new Promise<string>((resolve) => {
    const finish = (how: string) => {
      end ??= how;
      if (child.pid !== undefined) leash.free(child.pid);
      resolve(end);
    };
    child.once('error', (error) => finish(`${name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => finish(`${name} ended with ${signal ?? `exit code ${code}`}`));
  });
  if (child.pid !== undefined) leash.hold(child.pid, stopSignal);
  const words: string[] = [];
  const hear = (line: string) => {
    words.push(line);
    if (words.length > wordsKept) words.shift();
    onLine(line);
  };
  const silent = Promise.all([readLines(child.stdout, hear), readLines(child.stderr, hear)]);

  const stop = async (graceMs = 10_000, signal: NodeJS.Signals = stopSignal): Promise<string> => {
    if (end !== undefined) return end;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
    return ended;
  };
  if (options.abandon?.aborted) void stop();
  options.abandon?.addEventListener('abort', () => void stop(), { once: true });

  return {
    name,
    pid: child.pid,
    /** Resolves with a sentence when the child has ended; never rejects. */
    ended,
    /** That sentence, once there is one. */
    howItEnded: () => end,
    /** The last lines of a child that has ended, once no more can come. */
    async lastWords(): Promise<readonly string[]> {
      await Promise.race([silent, sleep(drainedWithinMs, undefined, { ref: false })]);
      return words;
    },
    kill: (signal: NodeJS.Signals = 'SIGKILL'): Promise<string> => {
      child.kill(signal);
      return ended;
    },
    /** Asks the child to end, and ends it after `graceMs`. */
    stop,
  };
}

export type Child = ReturnType<typeof startChild>;

/** Waits for a child that was just started; one that does not get ready is stopped before the error goes on, with its last words. */
export async function readyOrStopped(child: Child, ready: Promise<void>): Promise<void> {
  try {
    await ready;
  } catch (error) {
    await child.stop();
    throw new Error(await withLastWords((error as Error).message, child), { cause: error });
  }
}

/** A sentence about a child that has ended, and below it what the child printed last. */
export async function withLastWords(sentence: string, child: Child): Promise<string> {
  return [sentence, ...(await child.lastWords())].join('\n  ');
}

/** Resolves when the stream has ended and its last line was handed on. */
function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: stream }).on('line', onLine);
  return new Promise((resolve) => lines.once('close', resolve));
}
