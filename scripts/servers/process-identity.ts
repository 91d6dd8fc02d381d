/** Tells whether a process number still means the process that we once started. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A text that no other process with this number will ever have; undefined when there is no such process. */
export function identifyProcess(pid: number): string | undefined {
  if (process.platform !== 'linux') return ask(pid, 'lstart=');
  const fields = readStat(pid);
  if (fields === undefined || fields.state === 'Z') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields.startedAt}`;
}

/** The name of the program that runs under this number, if any does. */
export function findProgramName(pid: number): string | undefined {
  return process.platform === 'linux' ? readStat(pid)?.name : ask(pid, 'comm=');
}

function readStat(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      state: after[0],
      startedAt: after[19],
    };
  } catch {
    return undefined;
  }
}

function ask(pid: number, column: string): string | undefined {
  if (process.platform === 'win32') return askWindows(pid);
  try {
    const answer = execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return answer.trim() || undefined;
  } catch {
    return undefined;
  }
}

function askWindows(pid: number): string | undefined {
  try {
    const command = `$p = Get-Process -Id ${pid}; "$($p.ProcessName) $($p.StartTime.Ticks)"`;
    return (
      execFileSync('powershell', ['-NoProfile', '-Command', command], { encoding: 'utf8' }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}
