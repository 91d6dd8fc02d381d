/** The keys of the payloads: the first encrypts, all of them decrypt. */
import { readFileSync } from 'node:fs';

export interface Keyring {
  current: { id: string; key: Buffer };
  findKey(id: string): Buffer | undefined;
}

/** Reads lines of `<id>:<base64 of 32 bytes>`; throws when there is none, one is not of that shape or an id stands twice. */
export function parseKeyring(text: string): Keyring {
  const entries = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => parseLine(line, index + 1));
  const keys = new Map(entries.map(({ id, key }) => [id, key]));
  const twice = entries.find(({ id, key }) => keys.get(id) !== key);
  if (twice !== undefined) throw new Error(`the payload key file holds two keys ${twice.id}`);
  const [current] = entries;
  if (current === undefined) throw new Error('the payload key file holds no key');
  return { current, findKey: (id) => keys.get(id) };
}

export function readKeyring(path: string): Keyring {
  return parseKeyring(readFileSync(path, 'utf8'));
}

function parseLine(line: string, number: number): { id: string; key: Buffer } {
  const [, id, encoded] = /^([\w-]{1,40}):([A-Za-z0-9+/]{43}=)$/.exec(line) ?? [];
  if (id === undefined || encoded === undefined) {
    throw new Error(`payload key file, line ${number}: not <id>:<base64 of 32 bytes>`);
  }
  return { id, key: Buffer.from(encoded, 'base64') };
}
