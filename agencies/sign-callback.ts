/** The signature on a callback: who sends it, to whom, when, and over which bytes. */
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SigningKey } from './signing-key';

const validSeconds = 300;

/** A compact ES256 JWT for the header `Ruqsat-Agency-Signature`; a new `jti` for every delivery. */
export function signCallback(agency: string, key: SigningKey, body: Buffer): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ body_sha256: createHash('sha256').update(body).digest('hex') })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .setIssuer(agency)
    .setAudience('ruqsat')
    .setIssuedAt(now)
    .setExpirationTime(now + validSeconds)
    .setJti(randomUUID())
    .sign(key.privateKey);
}
