/** The passwords and the payload key of a development stack: made by chance at its first start, kept in its data folder. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const names = ['postgresPassword', 'apiRolePassword', 'workerRolePassword', 'auditRolePassword'] as const;

export type Secrets = Record<(typeof names)[number], string>;

export function keepSecrets(dataDir: string): Secrets {
  const text = keep(join(dataDir, 'secrets.json'), () => {
    const made = Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]));
    return `${JSON.stringify(made, null, 2)}\n`;
  });
  return JSON.parse(text) as Secrets;
}

/** The path of the file; each line is `<key id>:<32 random bytes in base64>`, the first being the one that encrypts. */
export function keepPayloadKeys(dataDir: string): string {
  const file = join(dataDir, 'payload-keys');
  keep(file, () => `k1:${randomBytes(32).toString('base64')}\n`);
  return file;
}

function keep(file: string, make: () => string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, make(), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}
