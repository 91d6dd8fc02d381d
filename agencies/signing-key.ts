/** A key pair for ES256 that is made once and kept in a file. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export interface SigningKey {
  kid: string;
  privateKey: Awaited<ReturnType<typeof importJWK>>;
  /** What `/.well-known/jwks.json` shows. */
  publicKeys: { keys: JWK[] };
}

/** Reads the key at `path`, making it first where there is none; two that start at once end with the same key. */
export async function loadSigningKey(path: string): Promise<SigningKey> {
  const jwk = (await findKey(path)) ?? (await makeKey(path));
  const { d: _secret, ...open } = jwk;
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = await importJWK(jwk, 'ES256');
  return { kid, privateKey, publicKeys: { keys: [{ ...open, kid, alg: 'ES256', use: 'sig' }] } };
}

async function findKey(path: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeKey(path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return JSON.parse(await readFile(path, 'utf8')) as JWK;
}
