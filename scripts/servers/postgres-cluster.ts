/** Makes a new PostgreSQL cluster, and clears what a killed one left in an old one. */
import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresProgram } from './postgres-binaries';
import type { PostgresHome } from './postgres-home';
import { findProgramName } from './process-identity';

export async function createCluster(home: PostgresHome, password: string): Promise<void> {
  if (existsSync(join(home.data, 'PG_VERSION'))) return;
  const passwordFile = `${home.data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  try {
    await run(home, [
      `--pgdata=${home.data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      '--no-sync',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A killed PostgreSQL leaves postmaster.pid; when that number has since gone to another program, PostgreSQL would refuse to start. */
export function removeStalePidFile(home: PostgresHome): void {
  const file = join(home.data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const program = findProgramName(pid);
  if (program !== undefined && !program.includes('postgres')) rmSync(file);
}

function run(home: PostgresHome, args: readonly string[]): Promise<void> {
  const program = postgresProgram(home.binaries, 'initdb');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...home.user,
      cwd: home.binaries,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb could not lay the PostgreSQL cluster: ${complaint.trim()}`)),
    );
  });
}
