/** What can happen with the form, its score and its documents. */
import type { DocumentFinding, DocumentKind, DocumentRef, Score, TextRef, Turn } from '../evidence';

export interface FormEvents {
  'form-submitted': { version: number; sha256: string; documents: DocumentRef[] };
  'application-scored': Score;
  'documents-judged': { findings: DocumentFinding[]; reason: TextRef };
  'documents-requested': { kinds: DocumentKind[]; reason: TextRef };
  'documents-provided': { documents: DocumentRef[] };
  'turn-lapsed': { turn: Turn };
}
