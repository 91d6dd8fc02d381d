/** SHA-256 in hex, of bytes or of a JSON value in its one canonical form. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json';

export function sha256Hex(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function hashOfJson(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
