/** What can happen only with a temporary permit, and with a decision that a later answer contradicts. */
import type { Check } from '../agencies';
import type { AnswerRef, DocumentKind, FindingResult, TextRef } from '../evidence';
import type { ChangeKind, PermitTerm, PlaceCount, StateSource } from '../permit';

/** `not-due`: nobody was asked, since by the law the register knows nothing of a person of that age. */
export const fetchResults = ['found', 'nothing-found', 'not-due', 'no-answer'] as const;
export type FetchResult = (typeof fetchResults)[number];

export const reopeningOutcomes = ['reopen', 'leave'] as const;
export type ReopeningOutcome = (typeof reopeningOutcomes)[number];

/** `overtaken`: a complaint had the decision set aside before anybody settled the proposal. */
export const reopeningEnds = [...reopeningOutcomes, 'overtaken'] as const;
export type ReopeningEnd = (typeof reopeningEnds)[number];

/** `never-begins`: the permit's last day is before its first one. */
export const changeEffects = ['nothing', 'ends', 'shortens', 'never-begins'] as const;
export type ChangeEffect = (typeof changeEffects)[number];

export const claimOutcomes = ['confirm', 'dismiss'] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];

/** `ask`: how often the agency had been asked by then; left out of early records. */
interface Contradiction {
  check: Check;
  requestId: string;
  result: Exclude<FindingResult, 'no-answer'>;
  codes: string[];
  answer: AnswerRef;
  ask?: number;
}

export interface PermitEvents {
  /**
   * What a register of the state knows lies in PostgreSQL under `answer`, and counts from here on; `pointers` say which fields of
   * the form it fills.
   */
  'state-data-fetched': {
    source: StateSource;
    requestId: string;
    result: FetchResult;
    pointers: string[];
    answer: AnswerRef | null;
  };
  /**
   * What the purpose asks of papers, and what of it is not there; `checks`: the agencies that are asked. `takesPlace`: whether it
   * counts under an employer's limit; left out where the policy does not say.
   */
  'completeness-checked': {
    owed: DocumentKind[];
    missing: DocumentKind[];
    checks: Check[];
    takesPlace?: boolean;
  };
  'place-reserved': PlaceCount;
  'place-refused': PlaceCount;
  /**
   * `renews`: the number of the permit that ends on the day before this one begins; `place`: the employer's, where it was taken
   * with the grant.
   */
  'permit-issued': { number: string; term: PermitTerm; renews: string | null; place?: 'reserved' };
  /** What is left of the term beside another permit of the person, given meanwhile: no day, so that no number was made. */
  'permit-not-issued': { term: PermitTerm };
  /** One person's word of a change, which alone changes nothing; `on` is a law's date. */
  'change-claimed': { change: ChangeKind; on: string; text: TextRef | null };
  /** By another person; `claim` is the seq of what was claimed. What is confirmed is then reported. */
  'change-decided': { claim: number; outcome: ClaimOutcome; reason: TextRef };
  /** `on` and `validUntil` are law's dates; `validUntil` is the permit's new last day, null where nothing changes. */
  'change-reported': {
    change: ChangeKind;
    on: string;
    effect: ChangeEffect;
    validUntil: string | null;
    article: string | null;
    text: TextRef | null;
  };
  'reopening-proposed': Contradiction;
  /** Another contradiction while the proposal is open; whoever supported it without knowing looks again. */
  'reopening-joined': Contradiction;
  'reopening-supported': { reason: TextRef };
  /**
   * `heldFrom`: the first day of the permit that falls by it; a permit that is granted again begins there. `heldUntil`: its last
   * day, where a reported change had shortened it; one that is granted again ends no later.
   */
  'reopening-decided': { outcome: ReopeningOutcome; reason: TextRef; heldFrom?: string; heldUntil?: string };
}
