/** What can go wrong between us and an agency: trouble that is thrown, with a stable code. */
import type { AgencyName } from '../domain/agencies';
import type { TroubleWeight } from '../domain/agency-lines';

/** `weight`: what it says of the line; `unusable`: there was a reply, and it cannot be the answer. */
interface Trouble {
  text: string;
  weight: TroubleWeight;
  unusable: boolean;
}

const troubles = {
  'agency-timeout': { text: 'did not reply in time', weight: 'once-a-question', unusable: false },
  'agency-unreachable': { text: 'could not be reached', weight: 'each-time', unusable: false },
  'agency-error': { text: 'replied with an error of its own', weight: 'each-time', unusable: false },
  'agency-away': { text: 'says until when it is away', weight: 'at-once', unusable: false },
  'agency-limited': { text: 'wants to be asked more slowly', weight: 'not-at-all', unusable: false },
  'agency-malformed': {
    text: 'replied with something that cannot be read',
    weight: 'once-a-question',
    unusable: true,
  },
  'agency-mismatch': { text: 'replied about another request', weight: 'once-a-question', unusable: true },
  'agency-rejected': { text: 'does not accept the request', weight: 'not-at-all', unusable: true },
} as const satisfies Record<string, Trouble>;

export type AgencyTroubleCode = keyof typeof troubles;

/**
 * The message never holds personal data or any part of a body. `permanent` is true when asking the same again
 * cannot help (the agency rejected the request); `retryAfterMs` is the agency's own wish, in milliseconds.
 */
export class AgencyTrouble extends Error {
  override readonly name = 'AgencyTrouble';
  readonly permanent: boolean;
  readonly weight: TroubleWeight;
  readonly unusable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly agency: AgencyName,
    readonly code: AgencyTroubleCode,
    detail: { status?: number; retryAfterMs?: number | undefined } = {},
  ) {
    const { text, weight, unusable } = troubles[code];
    const status = detail.status === undefined ? '' : ` (status ${detail.status})`;
    super(`${agency} ${text}${status}`);
    this.permanent = code === 'agency-rejected';
    this.weight = weight;
    this.unusable = unusable;
    this.retryAfterMs = detail.retryAfterMs;
  }
}
