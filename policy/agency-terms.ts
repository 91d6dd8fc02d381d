/** How fast each agency may be asked, when we stop asking one in trouble, and how we come back: dated rows. */
import { agencyNames, type AgencyName } from '../domain/agencies';
import { assumption, type Rule } from './rule';

export interface AgencyTerms {
  /** The ceiling over all workers together: so many questions a second, so many at once after a pause. */
  perSecond: number;
  burst: number;
  /** Troubles without a success between them, until the circuit opens. */
  troublesToOpen: number;
  /** The first probe; each that fails doubles the wait, up to the longest. */
  probeAfterSeconds: number;
  longestProbeSeconds: number;
  /** A reply that takes longer makes the agency slow. */
  slowMs: number;
  /** The longest that we believe of a Retry-After. */
  longestQuietSeconds: number;
}

interface DatedTerms {
  validFrom: string;
  knownFrom: string;
  terms: Rule<Record<AgencyName, AgencyTerms>>;
}

const register: AgencyTerms = {
  perSecond: 50,
  burst: 100,
  troublesToOpen: 5,
  probeAfterSeconds: 30,
  longestProbeSeconds: 15 * 60,
  slowMs: 2_000,
  longestQuietSeconds: 6 * 60 * 60,
};
const searching: AgencyTerms = { ...register, slowMs: 5_000 };
/** People work behind it: asked more slowly, and left alone for longer. */
const byHand: AgencyTerms = {
  ...searching,
  perSecond: 25,
  burst: 50,
  troublesToOpen: 3,
  probeAfterSeconds: 60,
};

export const agencyTermRows: readonly DatedTerms[] = [
  {
    validFrom: '2026-02-13',
    knownFrom: '2026-02-13',
    terms: assumption(
      {
        berkut: register,
        'criminal-registry': register,
        'iin-registry': register,
        'fingerprint-registry': searching,
        'security-service': byHand,
        'migration-register': register,
        bank: byHand,
        'medical-registry': register,
        'permit-register': register,
        'labour-contracts': register,
        'insurance-register': register,
        'kinship-register': register,
        'testing-centre': register,
      },
      'no agency publishes a ceiling: far above what a pilot of seven regions asks, far below what a register bears; ' +
        'an operator can hold an agency at any time',
    ),
  },
];

/** The terms in force on a law's date (YYYY-MM-DD); before the first row, the first. */
export function agencyTermsOn(date: string): Record<AgencyName, AgencyTerms> {
  const row = agencyTermRows.findLast(({ validFrom }) => validFrom <= date) ?? agencyTermRows[0];
  if (row === undefined) throw new Error(`no terms for ${agencyNames.length} agencies`);
  return row.terms.value;
}

const firstPauseMs = 1_000;
const longestPauseMs = 10 * 60 * 1_000;

/**
 * How long a question rests after its so manyth try (from 1) that ended in trouble, in milliseconds: doubled each time,
 * half of it by chance (0 to 1), never less than the agency asked for.
 */
export function pauseMsAfter(
  tries: number,
  by: { chance: number; retryAfterMs?: number | undefined },
): number {
  const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1));
  return Math.max(by.retryAfterMs ?? 0, Math.round(whole * (0.5 + 0.5 * by.chance)));
}

/** The try with an unusable answer from which on an operator is alarmed. */
export const unusableTriesToAlarm = 4;
