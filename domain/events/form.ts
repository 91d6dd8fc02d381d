/** What can happen with the form, its score and its documents. */
import type { DocumentFinding, DocumentKind, DocumentRef, Recheck, Score, TextRef, Turn } from '../evidence';
import type { FilingWindow, ValueUse } from '../permit';

/** What the filing of a permit rests on: which values count, and by which rule it is in time. */
export interface PermitSubmission {
  uses: ValueUse[];
  window: FilingWindow;
}

export interface FormEvents {
  'form-submitted': { version: number; sha256: string; documents: DocumentRef[]; permit?: PermitSubmission };
  'application-scored': Score;
  'documents-judged': { findings: DocumentFinding[]; reason: TextRef };
  'documents-requested': { kinds: DocumentKind[]; reason: TextRef };
  /** `rechecks`: not said where none is opened again. */
  'documents-provided': { documents: DocumentRef[]; rechecks?: Recheck[] };
  'turn-lapsed': { turn: Turn };
}
