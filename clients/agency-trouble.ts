/** What can go wrong between us and an agency: trouble that is thrown, with a stable code. */
import type { AgencyName } from '../domain/agencies';

const texts = {
  'agency-timeout': 'did not reply in time',
  'agency-unreachable': 'could not be reached',
  'agency-error': 'replied with an error of its own',
  'agency-malformed': 'replied with something that cannot be read',
  'agency-mismatch': 'replied about another request',
  'agency-rejected': 'does not accept the request',
} as const;

export type AgencyTroubleCode = keyof typeof texts;

/**
 * The message never holds personal data or any part of a body. `permanent` is true when asking the same again
 * cannot help (the agency rejected the request); `retryAfterMs` is the agency's own wish, in milliseconds.
 */
export class AgencyTrouble extends Error {
  override readonly name = 'AgencyTrouble';
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly agency: AgencyName,
    readonly code: AgencyTroubleCode,
    detail: { status?: number; retryAfterMs?: number } = {},
  ) {
    const status = detail.status === undefined ? '' : ` (status ${detail.status})`;
    super(`${agency} ${texts[code]}${status}`);
    this.permanent = code === 'agency-rejected';
    this.retryAfterMs = detail.retryAfterMs;
  }
}
