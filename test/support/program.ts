/** A compiled program of ours, run as its user would, with what it printed and how it ended. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { findProjectRoot } from '../../scripts/servers/project-root';
import type { House } from './house';

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** `program` lies below dist/; `signal` kills it. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, signal }: { env: NodeJS.ProcessEnv; signal?: AbortSignal },
): Promise<Run> {
  const file = join(findProjectRoot(), 'dist', program);
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env, ...(signal && { signal }) }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

/** `npm run audit -- timers` beside a house. */
export function auditTimers({ database, urls, namespace, keysFile }: House): Promise<Run> {
  const env = {
    DATABASE_URL: database.urlOf('audit'),
    TEMPORAL_ADDRESS: urls.TEMPORAL_ADDRESS,
    TEMPORAL_NAMESPACE: namespace,
    PAYLOAD_KEYS_FILE: keysFile,
  };
  return runProgram('audit/cli.js', ['timers'], { env });
}
