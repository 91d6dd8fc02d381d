/** A clock of the law as the facts it is computed from: when it began, stood, was extended and ended. */
import type { Actor } from './actor';

/** `target` reads the ledger of `service` against an earlier, internal term. */
export const clockNames = ['service', 'target', 'verification', 'turn', 'complaint'] as const;
export type ClockName = (typeof clockNames)[number];

/** How the count goes on after a stop: where it stood, or from its beginning. */
export const stopEffects = ['continue', 'anew'] as const;
export type StopEffect = (typeof stopEffects)[number];

/**
 * A stretch in which the clock stood; `to` is null while it lasts. `basis` names its row in the policy: a status, a
 * reason of an officer, `retake-ban` or `service-outage`. `knownAt`: when the fact was stamped; `by`: whose it is.
 */
export interface ClockStop {
  from: string;
  to: string | null;
  basis: string;
  effect: StopEffect;
  by: Actor;
  knownAt: string;
  /** Every day that the stop touches is out of the count, also the one it began on. */
  wholeDays: boolean;
}

/** Who extends a term: a supervisor by a decision of his, or the rule of the policy when the term ends. */
export const extensionBases = ['supervisor', 'rule'] as const;
export type ExtensionBasis = (typeof extensionBases)[number];

/** Days of the clock's own unit that were added to its term. */
export interface ClockExtension {
  days: number;
  basis: string;
  by: Actor;
  knownAt: string;
}

/** Instants are ISO 8601, UTC; the order of stops and extensions has no meaning. */
export interface Ledger {
  startedAt: string;
  endedAt: string | null;
  stops: ClockStop[];
  extensions: ClockExtension[];
}

/** A stretch in which nothing could be handed in, because of us; instants of the case's own time. */
export interface Outage {
  from: string;
  to: string;
}

/** No turn of an applicant, and no time for a complaint, lasts longer, outages and bans included. */
export const outagesKnownMs = 366 * 24 * 60 * 60 * 1000;
