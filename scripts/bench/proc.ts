/** What Linux knows of a process: the CPU it has used and the memory it holds. */
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Seconds of CPU of a process, and of all its children, the ended ones too, unless it is our own. */
export function cpuSeconds(pid: number): number {
  const { own, ended } = ticksOf(pid);
  if (pid === process.pid) return own / ticksPerSecond;
  const living = childrenOf(pid).reduce((sum, child) => sum + ticksOf(child).own, 0);
  return (own + ended + living) / ticksPerSecond;
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Measures the CPU that each process used while `work` ran, in cores. */
export async function withCpu<N extends string, T>(
  pids: Record<N, number>,
  work: () => Promise<T>,
): Promise<{ result: T; cores: Record<N, number> }> {
  const names = Object.keys(pids) as N[];
  const read = () => names.map((name) => cpuSeconds(pids[name]));
  const before = read();
  const startedAt = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const after = read();
  const cores = names.map((name, index) => [name, ((after[index] ?? 0) - (before[index] ?? 0)) / seconds]);
  return { result, cores: Object.fromEntries(cores) as Record<N, number> };
}

function ticksOf(pid: number): { own: number; ended: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { own: user + system, ended: endedUser + endedSystem };
  } catch {
    return { own: 0, ended: 0 };
  }
}

function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return list === '' ? [] : list.split(' ').map(Number);
}
