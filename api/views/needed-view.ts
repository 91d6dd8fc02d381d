/** Which documents the form asks for as it is filled in so far, who checks each, and whether it lies there. */
import type { Static } from 'typebox';
import type { DocumentKind } from '../../domain/events';
import type { FormDraft } from '../../domain/form';
import { documentRowOf } from '../../policy/documents';
import type { NeededDocument } from '../schemas/form';
import { neededDocuments, type CaseFiling } from '../submission-faults';

export function viewNeeded(
  form: FormDraft,
  documents: readonly { kind: DocumentKind }[],
  filing: CaseFiling,
): Static<typeof NeededDocument>[] {
  return neededDocuments(form, filing).map((kind) => {
    const { checkedBy, source, confidence } = documentRowOf(kind, filing.documentTable);
    return { kind, checkedBy, source, confidence, uploaded: documents.some((each) => each.kind === kind) };
  });
}
