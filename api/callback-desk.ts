/** Takes a delivery of an agency, or refuses it and records that it did. */
import { sha256Hex } from '../db/hash';
import { letters, letterSchemas, type Letter, type LetterKind } from '../domain/letters';
import type { ProblemCode } from '../domain/problems';
import type { AppDependencies } from './dependencies';
import { Problem, type Fault, type ProblemDetails } from './problems';
import { createShapeCheck } from './shape-checks';

const faultsOf = {
  'test-result': createShapeCheck(letterSchemas['test-result']),
  'certificate-confirmation': createShapeCheck(letterSchemas['certificate-confirmation']),
  'criminal-registry': createShapeCheck(letterSchemas['criminal-registry']),
  'security-service': createShapeCheck(letterSchemas['security-service']),
  bank: createShapeCheck(letterSchemas.bank),
} as const satisfies Record<LetterKind, (value: unknown) => Fault[]>;

/** What the desk has against a letter, and what the agency is told of it. */
const refusals: Partial<Record<ProblemCode, ProblemCode>> = {
  'idempotency-key-reused': 'callback-replayed',
  'callback-about-another': 'callback-about-another',
};

/**
 * Builds `takeDelivery(kind, signature, bytes)`. Throws the problem of a delivery that is not signed, wrongly or too
 * long ago, that came before, cannot be read, or is about another person than was asked about; each is recorded by the hash of its body.
 */
export function createCallbackDesk({
  casework,
  verifyCallback,
}: Pick<AppDependencies, 'casework' | 'verifyCallback'>) {
  return async (kind: LetterKind, signature: string | undefined, bytes: Buffer) => {
    const { agency } = letters[kind];
    const bodySha256 = sha256Hex(bytes);
    const refuse = async (code: ProblemCode, deliveryId: string | null, details?: ProblemDetails) => {
      await casework.refuseCallback({ agency, code, bodySha256, deliveryId });
      return new Problem(code, details);
    };

    const verdict = await verifyCallback(agency, signature, bytes);
    if (!verdict.ok) throw await refuse(verdict.code, null);
    const { deliveryId } = verdict;

    const answer = findJson(bytes);
    if (answer === undefined) throw await refuse('malformed-request', deliveryId);
    const errors = faultsOf[kind](answer);
    if (errors.length > 0) throw await refuse('invalid-input', deliveryId, { errors });

    const delivered = { kind, deliveryId, letter: answer as Letter, rawSha256: bodySha256 };
    const { number, state, replayed } = await casework
      .receiveAnswer(delivered)
      .catch(async (error: unknown) => {
        const code = error instanceof Problem ? refusals[error.code] : undefined;
        throw code === undefined ? error : await refuse(code, deliveryId);
      });
    if (replayed) throw await refuse('callback-replayed', deliveryId);
    return { number, state };
  };
}

function findJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
