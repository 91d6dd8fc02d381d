/** Notices when npm, or the shell between npm and us, was killed without telling us. */
import { readFileSync } from 'node:fs';
import { identifyProcess } from '../servers/process-identity';

/** Calls `onGone` once when somebody who started us by npm is no longer there. Started without npm, we may outlive our caller. */
export function watchCaller(onGone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const callers = [process.ppid, findParent(process.ppid)]
    .filter((pid) => pid !== undefined && pid > 1)
    .map((pid) => ({ pid: pid as number, identity: identifyProcess(pid as number) }));
  const timer = setInterval(() => {
    if (callers.every(({ pid, identity }) => identifyProcess(pid) === identity)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

function findParent(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
