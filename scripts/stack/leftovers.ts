/** Remembers our children in a file, so that the next start can end those that a killed start left behind. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Leash } from '../servers/leash';
import { identifyProcess } from '../servers/process-identity';
import { waitUntil } from '../servers/wait-until';

interface Entry {
  pid: number;
  identity: string;
  signal: NodeJS.Signals;
}

/** The same leash, with every child that it holds written down, and a way to end all of them at once. */
export function recordChildren(leash: Leash, file: string) {
  const entries = new Map<number, Entry>();
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify([...entries.values()]));
    renameSync(`${file}.new`, file);
  };
  return {
    ...leash,
    /** PostgreSQL is told to go down at once, which it survives better than being killed. */
    killAll: () => {
      for (const { pid, signal } of entries.values()) send(pid, signal === 'SIGINT' ? 'SIGQUIT' : 'SIGKILL');
    },
    hold: (pid: number, signal: NodeJS.Signals) => {
      entries.set(pid, { pid, signal, identity: identifyProcess(pid) ?? '' });
      write();
      return leash.hold(pid, signal);
    },
    free: (pid: number) => {
      entries.delete(pid);
      write();
      return leash.free(pid);
    },
  };
}

/** Ends, last started first, the processes that are provably those written down; a number that went to another is left alone. */
export async function endLeftovers(file: string, say: (line: string) => void): Promise<void> {
  for (const entry of readEntries(file).reverse()) {
    const isOurs = () => identifyProcess(entry.pid) === entry.identity;
    if (!isOurs()) continue;
    say(`Ending process ${entry.pid}, left behind by a start that was killed …`);
    send(entry.pid, entry.signal);
    const gone = () => Promise.resolve(!isOurs());
    await waitUntil(gone, { what: `The end of process ${entry.pid}`, timeoutMs: 10_000 }).catch(() =>
      send(entry.pid, 'SIGKILL'),
    );
    await waitUntil(gone, { what: `The end of process ${entry.pid}`, timeoutMs: 5_000 });
  }
  rmSync(file, { force: true });
}

function readEntries(file: string): Entry[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry[];
  } catch {
    return [];
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended between the look and the signal.
  }
}
