/** PostgreSQL refuses to run as root: finds the account to run it as, and what that account can reach. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** Undefined when we are an ordinary user already. Otherwise whoever called sudo, or `postgres`, or `nobody`. */
export function findPostgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { SUDO_UID, SUDO_GID } = process.env;
  if (Number(SUDO_UID) > 0 && Number(SUDO_GID) > 0) return { uid: Number(SUDO_UID), gid: Number(SUDO_GID) };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([entry]) => entry === name);
    if (account) return { uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and neither an account "postgres" nor "nobody" exists here.',
  );
}

/** Whether the account may pass through every folder from the root down to this one. */
export function mayReach(folder: string, user: SystemUser): boolean {
  const here = resolve(folder);
  const { mode, uid, gid } = statSync(here);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(here) === here || mayReach(dirname(here), user);
}
