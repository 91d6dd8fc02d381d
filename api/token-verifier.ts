/** Who a bearer token says is calling, once its signature, issuer, audience and expiry are checked. */
import { hash as digest } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { Value } from 'typebox/value';
import { PersonPapers } from '../domain/person';
import { roles, type Role } from '../domain/roles';
import { createLru } from './lru';
import { Problem } from './problems';

export interface Caller {
  id: string;
  roles: Role[];
  /** Whose account it is, where the issuer tells. */
  papers?: PersonPapers;
}

export interface TokenVerifierOptions {
  issuer: string;
  audience: string;
  jwksUrl: string;
}

const rememberedTokens = 10_000;
const longestToken = 4_096;
const keyRefetchPauseMs = 5_000;

/**
 * Builds `verify(token)`: a compact ES256 JWT with `sub`, a `roles` array of our own roles and, where the
 * issuer knows whose account it is, `citizenship`, `passport_number` and `iin`. Verified tokens are
 * remembered by their hash until they expire, and answered at once. Throws or rejects with Problem token-invalid or token-expired; service-unavailable
 * when the issuer's keys cannot be fetched, since that says nothing about the token.
 */
export function createTokenVerifier({ issuer, audience, jwksUrl }: TokenVerifierOptions) {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: keyRefetchPauseMs });
  const remembered = createLru<string, { caller: Caller; expiresAtMs: number }>(rememberedTokens);

  async function verify(token: string, hash: string): Promise<Caller> {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['ES256'],
      issuer,
      audience,
      requiredClaims: ['sub', 'exp'],
    }).catch((error: unknown) => {
      throw problemOf(error);
    });
    const caller = callerOf(payload);
    remembered.set(hash, { caller, expiresAtMs: (payload.exp ?? 0) * 1000 });
    return caller;
  }

  return (token: string): Caller | Promise<Caller> => {
    if (token.length > longestToken) throw new Problem('token-invalid');
    const hash = digest('sha256', token, 'base64');
    const known = remembered.get(hash);
    if (known !== undefined && known.expiresAtMs > Date.now()) return known.caller;
    remembered.delete(hash);
    return verify(token, hash);
  };
}
export type VerifyToken = ReturnType<typeof createTokenVerifier>;

function callerOf(payload: JWTPayload): Caller {
  const { sub, roles: claimed } = payload;
  const known = Array.isArray(claimed) && claimed.length > 0 && claimed.every(isRole) ? claimed : undefined;
  if (typeof sub !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(sub) || known === undefined) {
    throw new Problem('token-invalid');
  }
  const papers = papersOf(payload);
  return { id: sub, roles: known, ...(papers && { papers }) };
}

function papersOf({
  citizenship,
  passport_number: passportNumber,
  iin,
}: JWTPayload): PersonPapers | undefined {
  if (passportNumber === undefined && citizenship === undefined && iin === undefined) return undefined;
  const papers = { citizenship, passportNumber, ...(iin !== undefined && { iin }) };
  if (!Value.Check(PersonPapers, papers)) throw new Problem('token-invalid');
  return papers;
}

function isRole(name: unknown): name is Role {
  return roles.some((role) => role === name);
}

const aboutTheToken = [
  errors.JWTInvalid,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function problemOf(error: unknown): Problem {
  if (error instanceof errors.JWTExpired) return new Problem('token-expired');
  if (aboutTheToken.some((kind) => error instanceof kind)) return new Problem('token-invalid');
  return new Problem('service-unavailable', { cause: error });
}
