/** What of documents, interview and proposal an applicant is told, and no more. */
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent, TextRef } from '../../domain/events';

interface Told {
  events: readonly CaseEvent[];
  texts: ReadonlyMap<string, string>;
}

/** The words that are written for him: of what is proposed, and why more documents are wanted. */
export function applicantTexts(file: CaseFile, events: readonly CaseEvent[]): string[] {
  return [proposalToldOf(file)?.text, findRequestReason(file, events)].flatMap((ref) =>
    ref ? [ref.textId] : [],
  );
}

export function viewDocuments(file: CaseFile, { events, texts }: Told) {
  const { documents, documentsRequested: kinds, documentsMissing } = file;
  const reason = findRequestReason(file, events);
  return {
    documents: documents.map(({ documentId, kind, sha256, judgement }) => ({
      ...{ documentId, kind, sha256, judgement },
    })),
    documentsRequested:
      kinds.length === 0 ? null : { kinds, reason: (reason && texts.get(reason.textId)) ?? null },
    documentsMissing,
  };
}

/** Neither who sits on the panel nor how anybody voted. */
export function viewInterview({ interview }: CaseFile) {
  if (interview === null) return null;
  const { at, place, confirmed, outcome } = interview;
  return { at, place, confirmed, outcome };
}

/** He must know what he objects to; before the notice a proposal is the office's own. */
export function viewProposalTold(file: CaseFile, { texts }: Told) {
  const proposal = proposalToldOf(file);
  if (proposal === null) return null;
  const { outcome, reasons, text } = proposal;
  return { outcome, reasons, text: (text && texts.get(text.textId)) ?? null };
}

function proposalToldOf({ hearing, proposal }: CaseFile) {
  return hearing === null ? null : proposal;
}

function findRequestReason(
  { documentsRequested }: CaseFile,
  events: readonly CaseEvent[],
): TextRef | undefined {
  if (documentsRequested.length === 0) return undefined;
  const last = events.findLast(({ type }) => type === 'documents-requested');
  return last?.type === 'documents-requested' ? last.data.reason : undefined;
}
