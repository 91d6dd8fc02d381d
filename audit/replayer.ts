/** Replays histories against workflow code in a process of its own, which is gone when the examination is. */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../db/hash';
import type { ReplayAnswer, ReplayOrder } from './replay-messages';

type Order = Omit<ReplayOrder, 'id' | 'keysFile'>;
export type Trouble = NonNullable<ReplayAnswer['trouble']>;

/** Null: the code gave every command that the history has. */
export type Replay = (order: Order) => Promise<Trouble | null>;

/** The replays of one examination together took longer than they may. */
export class ReplayTimeout extends Error {
  override readonly name = 'ReplayTimeout';
}

/** Compiled programs lie beside this file, or below dist/ when the sources themselves run. */
export function compiledFile(name: string): string {
  const beside = join(__dirname, '..', name);
  return existsSync(beside) ? beside : join(__dirname, '..', 'dist', name);
}

interface Limits {
  keysFile: string;
  timeoutMs: number;
}

/**
 * The native replayer keeps some megabytes of each bundle that it ever loaded and stalls the loop it runs on, hence
 * a process for each examination: started with the first replay, killed at the end or when the time is over.
 */
export function createReplayer({ keysFile, timeoutMs }: Limits) {
  return async <T>(work: (replay: Replay) => Promise<T>): Promise<T> => {
    let child: ChildProcess | undefined;
    let timer: NodeJS.Timeout | undefined;
    let count = 0;
    const waiting = new Map<
      number,
      { resolve: (trouble: Trouble | null) => void; reject: (e: Error) => void }
    >();
    let over: Error | undefined;
    const fail = (error: Error) => {
      over ??= error;
      waiting.forEach(({ reject }) => reject(error));
    };

    function start(): ChildProcess {
      const started = fork(compiledFile('audit/replay-process.js'), {
        env: { PATH: process.env['PATH'] ?? '' },
        execArgv: [],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      started.on('message', ({ id, trouble }: ReplayAnswer) => waiting.get(id)?.resolve(trouble));
      started.once('error', fail);
      started.once('exit', () => fail(new Error('the replaying process ended before it answered')));
      timer = setTimeout(() => {
        fail(new ReplayTimeout(`replaying took longer than ${timeoutMs / 1000} s`));
        started.kill('SIGKILL');
      }, timeoutMs);
      return started;
    }

    const send: Replay = (order) => {
      if (over !== undefined) return Promise.reject(over);
      child ??= start();
      const id = (count += 1);
      const answer = new Promise<Trouble | null>((resolve, reject) => waiting.set(id, { resolve, reject }));
      child.send({ ...order, id, keysFile } satisfies ReplayOrder, (error) => error && fail(error));
      return answer.finally(() => waiting.delete(id));
    };

    /** The same code over the same history is run once. */
    const known = new Map<string, Promise<Trouble | null>>();
    const replay: Replay = (order) => {
      const name = sha256Hex(order.code) + sha256Hex(order.json);
      const answer = known.get(name) ?? send(order);
      known.set(name, answer);
      return answer;
    };

    try {
      return await work(replay);
    } finally {
      clearTimeout(timer);
      child?.removeAllListeners('exit');
      child?.kill('SIGKILL');
    }
  };
}
