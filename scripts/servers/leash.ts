/** Holds our children by a pipe: when this process dies, however it dies, the leash ends them and removes what was temporary. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findProjectRoot } from './project-root';

type Message =
  | { verb: 'hold'; pid: number; signal: NodeJS.Signals }
  | { verb: 'free'; pid: number }
  | { verb: 'remove' | 'keep'; folder: string };

/** Starts the process that watches us. One is enough for any number of children; it ends by itself after us. */
export function createLeash() {
  const program = join(findProjectRoot(), 'scripts', 'servers', 'leash-watcher.mjs');
  const watcher = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  watcher.unref();
  watcher.stdin.on('error', () => undefined);
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
  const tell = (message: Message) => watcher.stdin.write(`${JSON.stringify(message)}\n`);
  return {
    /** From now on `pid` gets `signal`, and SIGKILL five seconds later, when we are gone. */
    hold: (pid: number, signal: NodeJS.Signals) => tell({ verb: 'hold', pid, signal }),
    free: (pid: number) => tell({ verb: 'free', pid }),
    removeAtTheEnd: (folder: string) => tell({ verb: 'remove', folder }),
    keep: (folder: string) => tell({ verb: 'keep', folder }),
  };
}

export type Leash = ReturnType<typeof createLeash>;
