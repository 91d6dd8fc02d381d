/** Whether a callback really comes from the agency it names, and was not changed on its way. */
import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { agencyNames, type AgencyName } from '../domain/agencies';

export interface CallbackVerifierOptions {
  /** Where each agency publishes its public keys. */
  jwksUrls: Record<AgencyName, string>;
  audience: string;
}

export type CallbackVerdict =
  | { ok: true; deliveryId: string }
  | { ok: false; code: 'callback-unsigned' | 'callback-signature-invalid' | 'callback-expired' };

export const signatureHeader = 'ruqsat-agency-signature';

const oldestSeconds = 300;
const clockToleranceSeconds = 10;
const keyRefetchPauseMs = 5_000;
const longestDeliveryId = 100;

/**
 * Builds `verify(agency, header, rawBody)`: a compact ES256 JWT issued by the agency for us, at most five minutes
 * old, over the SHA-256 of exactly these bytes. `deliveryId` is the token's `jti`, one per delivery: refusing the
 * second use of it is the caller's part. Throws when the agency's keys cannot be fetched, which says nothing about
 * the signature and is worth a retry.
 */
export function createCallbackVerifier({ jwksUrls, audience }: CallbackVerifierOptions) {
  const keys = Object.fromEntries(
    agencyNames.map((agency) => [
      agency,
      createRemoteJWKSet(new URL(jwksUrls[agency]), { cooldownDuration: keyRefetchPauseMs }),
    ]),
  ) as Record<AgencyName, ReturnType<typeof createRemoteJWKSet>>;

  return async (
    agency: AgencyName,
    signature: string | undefined,
    rawBody: Buffer,
  ): Promise<CallbackVerdict> => {
    if (!signature) return { ok: false, code: 'callback-unsigned' };
    try {
      const { payload } = await jwtVerify(signature, keys[agency], {
        algorithms: ['ES256'],
        issuer: agency,
        audience,
        maxTokenAge: oldestSeconds,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['jti', 'exp', 'body_sha256'],
      });
      return verdictOn(payload, rawBody);
    } catch (error) {
      return refusalFor(error);
    }
  };
}

function verdictOn({ jti, body_sha256: claimed }: JWTPayload, rawBody: Buffer): CallbackVerdict {
  const actual = createHash('sha256').update(rawBody).digest('hex');
  const named = typeof jti === 'string' && jti !== '' && jti.length <= longestDeliveryId;
  if (!named || claimed !== actual) return { ok: false, code: 'callback-signature-invalid' };
  return { ok: true, deliveryId: jti };
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

function refusalFor(error: unknown): CallbackVerdict {
  if (error instanceof errors.JWTExpired) return { ok: false, code: 'callback-expired' };
  if (aboutTheToken.some((kind) => error instanceof kind)) {
    return { ok: false, code: 'callback-signature-invalid' };
  }
  throw error;
}
