/** What a caller may be told when he asks for what may not be: a closed list of codes, each with one status. */
export const problemStatus = {
  'malformed-request': 400,
  'idempotency-key-missing': 400,
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'callback-unsigned': 401,
  'callback-signature-invalid': 401,
  'callback-expired': 401,
  'not-permitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'callback-replayed': 409,
  'act-out-of-order': 409,
  'case-over': 409,
  'four-eyes': 409,
  'stale-version': 409,
  'nothing-to-judge': 409,
  'grant-blocked': 409,
  'reasons-missing': 409,
  'form-missing': 409,
  'document-missing': 409,
  'appointment-in-the-past': 409,
  'interview-not-held-yet': 409,
  'ground-not-shown': 409,
  'time-cannot-be-moved': 409,
  'version-required': 428,
  'version-mismatch': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'document-type-unknown': 415,
  'invalid-input': 422,
  'idempotency-key-reused': 422,
  'region-not-in-pilot': 422,
  'too-many-requests': 429,
  'service-trouble': 500,
  'service-unavailable': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as readonly ProblemCode[];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemStatus, code);
}
