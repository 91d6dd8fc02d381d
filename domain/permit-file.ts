/** The parts of a case file that only a temporary permit has, or a decision that a later answer contradicts. */
import type { Actor } from './actor';
import type { Check } from './agencies';
import type { AnswerRef, ClaimOutcome, DocumentKind, FetchResult, ReopeningEnd, TextRef } from './events';
import type { ChangeKind, FilingWindow, PermitFiling, PermitTerm, StateSource, ValueUse } from './permit';

/** What only a temporary permit has: how it was filed, what the registers knew, and what it was granted for. */
export interface PermitFile extends PermitFiling {
  fetched: Partial<Record<StateSource, { result: FetchResult; pointers: string[]; at: string }>>;
  uses: ValueUse[];
  window: FilingWindow | null;
  /** What the purpose asks of papers; null before it was looked at. */
  owed: DocumentKind[] | null;
  /** Whether it takes a place of an employer, as its policy says; left out of cases whose policy did not say. */
  takesPlace?: boolean;
  /** Under the employer's limit; null before it was counted. */
  place: 'reserved' | 'none-left' | null;
  term: PermitTerm | null;
  /** The number of the permit that this one follows. */
  renews: string | null;
  /** The first day of the permit of this case that fell when its decision was looked at again; absent while none did. */
  heldFrom?: string;
  /** The last day of that permit, where a reported change had shortened it. */
  heldUntil?: string;
  /** The last change that was claimed of it; absent while none was. */
  claim?: ClaimFile;
}

/** A change that one person tells of, until another has looked at it. */
export interface ClaimFile {
  seq: number;
  change: ChangeKind;
  on: string;
  text: TextRef | null;
  claimedAt: string;
  claimedBy: Actor;
  outcome: ClaimOutcome | null;
}

/** What an agency said after a decision, and said otherwise before it. */
export interface LaterAnswer {
  check: Check;
  codes: string[];
  answer: AnswerRef;
  /** How often the agency had been asked by then; absent where that was not told. */
  ask?: number;
}

/** A proposal to look at a decision again, since an agency said something else after it. */
export interface ReopeningFile extends LaterAnswer {
  seq: number;
  /** What else came while it was open; absent when nothing did. */
  joined?: LaterAnswer[];
  /** What earlier proposals of this case were about; absent when this is its first. */
  earlier?: LaterAnswer[];
  supportedBy: string | null;
  outcome: ReopeningEnd | null;
}

/** The one question of places. Where no policy said it, what an account files takes one. */
export function takesPlace({ takesPlace: said, employerId }: PermitFile): boolean {
  return said ?? employerId !== null;
}

/** Everything that a proposal to reopen is about, in the order in which it came. */
export function contradictionsOf({ check, codes, answer, ask, joined = [] }: ReopeningFile): LaterAnswer[] {
  return [{ check, codes, answer, ...(ask !== undefined && { ask }) }, ...joined];
}
