/** Where PostgreSQL's programs and data lie, so that the account it runs as can reach both. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { findPostgresBinaries } from './postgres-binaries';
import { findPostgresUser, mayReach, type SystemUser } from './postgres-user';

/** Used only as root, for what lies under a folder that is closed to everyone else, such as /root. */
const openFolder = '/var/lib/ruqsat';

export interface PostgresHome {
  binaries: string;
  data: string;
  user: SystemUser | undefined;
}

export function preparePostgresHome(dataDir: string): PostgresHome {
  mkdirSync(dataDir, { recursive: true });
  const user = findPostgresUser();
  const binaries = findPostgresBinaries();
  if (user === undefined) return { binaries, data: join(dataDir, 'postgres'), user };
  return {
    binaries: mayReach(join(binaries, 'bin'), user) ? binaries : copyOfBinaries(binaries),
    data: reachableData(dataDir, user),
    user,
  };
}

function reachableData(dataDir: string, user: SystemUser): string {
  const data = mayReach(dataDir, user) ? join(dataDir, 'postgres') : join(openFolder, nameOf(dataDir));
  mkdirSync(data, { recursive: true });
  chownSync(data, user.uid, user.gid);
  chmodSync(data, 0o700);
  return data;
}

/** A random name kept in the data folder, so that a new data folder at the same place never finds old data. */
function nameOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-is-in');
  if (!existsSync(file)) writeFileSync(file, `data-${randomBytes(8).toString('hex')}\n`);
  return readFileSync(file, 'utf8').trim();
}

function copyOfBinaries(binaries: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(binaries), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(openFolder, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${randomBytes(4).toString('hex')}`;
  mkdirSync(openFolder, { recursive: true, mode: 0o755 });
  cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
