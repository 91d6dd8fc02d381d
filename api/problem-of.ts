/** Whatever was thrown on the way, as one of our problems. */
import { types } from 'node:util';
import type { FastifyError } from 'fastify';
import type { ProblemCode } from '../domain/problems';
import { Problem } from './problems';
import { toFaults } from './shape-checks';

const ofFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
};

/** Headers have problems of their own; so has an address, which then leads nowhere. */
const ofHeader: Readonly<Record<string, ProblemCode>> = {
  'idempotency-key': 'idempotency-key-missing',
  'if-match': 'version-required',
};

/** PostgreSQL's codes and the socket's for "not now": shutting down, starting, full, cut off. */
const outage =
  /^(?:57P0[1-5]|57014|25P03|40P01|40001|55P03|53\d{3}|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const poolOutage =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client (?:has encountered a connection error|was closed))/;

export function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error.validation !== undefined) return problemOfShape(error);
  const known = ofFastify[error.code];
  if (known !== undefined) return new Problem(known);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('malformed-request');
  }
  return new Problem(isOutage(error) ? 'service-unavailable' : 'service-trouble', { cause: error });
}

function problemOfShape({ validation = [], validationContext }: FastifyError): Problem {
  if (validationContext === 'params') return new Problem('not-found');
  const errors = toFaults(validation);
  if (validationContext === 'headers') {
    const code = errors.map(({ pointer }) => ofHeader[pointer.slice(1)]).find((found) => found !== undefined);
    return new Problem(code ?? 'malformed-request');
  }
  return new Problem('invalid-input', { errors });
}

/** An error of Node's own may be of another realm, which `instanceof` does not know. */
function isOutage(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string' && outage.test(code)) return true;
  return poolOutage.test(error.message) || isOutage(error.cause);
}
