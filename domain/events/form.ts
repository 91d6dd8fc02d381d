/** What can happen with the form, its score and its documents. */
import type { DocumentKind, DocumentRef, Judgement, Score, TextRef, Turn } from '../evidence';

export interface FormEvents {
  'form-submitted': { version: number; sha256: string; documents: DocumentRef[] };
  'application-scored': Score;
  'document-judged': { documentId: string; judgement: Judgement; reason: TextRef };
  'documents-requested': { kinds: DocumentKind[]; reason: TextRef };
  'documents-provided': { documents: DocumentRef[] };
  'turn-lapsed': { turn: Turn };
}
