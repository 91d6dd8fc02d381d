/** The parts of a case file that only a temporary permit has, or a decision that a later answer contradicts. */
import type { Check } from './agencies';
import type { AnswerRef, DocumentKind, FetchResult, ReopeningOutcome } from './events';
import type { FilingWindow, PermitFiling, PermitTerm, StateSource, ValueUse } from './permit';

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
  /** Its last day, where a reported change had shortened it. */
  heldUntil?: string;
}

/** A proposal to look at a decision again, since an agency said something else after it. */
export interface ReopeningFile {
  seq: number;
  check: Check;
  codes: string[];
  answer: AnswerRef;
  supportedBy: string | null;
  outcome: ReopeningOutcome | null;
}

/** The one question of places. Where no policy said it, what an account files takes one. */
export function takesPlace({ takesPlace: said, employerId }: PermitFile): boolean {
  return said ?? employerId !== null;
}
