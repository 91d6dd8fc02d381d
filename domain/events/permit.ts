/** What can happen only with a temporary permit, and with a decision that a later answer contradicts. */
import type { Check } from '../agencies';
import type { AnswerRef, DocumentKind, FindingResult, TextRef } from '../evidence';
import type { ChangeKind, PermitTerm, PlaceCount, StateSource } from '../permit';

/** `not-due`: nobody was asked, since by the law the register knows nothing of a person of that age. */
export const fetchResults = ['found', 'nothing-found', 'not-due', 'no-answer'] as const;
export type FetchResult = (typeof fetchResults)[number];

export const reopeningOutcomes = ['reopen', 'leave'] as const;
export type ReopeningOutcome = (typeof reopeningOutcomes)[number];

/** `never-begins`: the permit's last day is before its first one. */
export const changeEffects = ['nothing', 'ends', 'shortens', 'never-begins'] as const;
export type ChangeEffect = (typeof changeEffects)[number];

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
  /** `on` and `validUntil` are law's dates; `validUntil` is the permit's new last day, null where nothing changes. */
  'change-reported': {
    change: ChangeKind;
    on: string;
    effect: ChangeEffect;
    validUntil: string | null;
    article: string | null;
    text: TextRef | null;
  };
  'reopening-proposed': {
    check: Check;
    requestId: string;
    result: Exclude<FindingResult, 'no-answer'>;
    codes: string[];
    answer: AnswerRef;
  };
  'reopening-supported': { reason: TextRef };
  /**
   * `heldFrom`: the first day of the permit that falls by it; a permit that is granted again begins there. `heldUntil`: its last
   * day, where a reported change had shortened it; one that is granted again ends no later.
   */
  'reopening-decided': { outcome: ReopeningOutcome; reason: TextRef; heldFrom?: string; heldUntil?: string };
}
