/** Whether the papers of a permit are all there: the comparison that comes before any agency is asked. */
import type { DocumentKind } from '../../domain/events';
import { documentsOwed, missingDocuments, type OwedDocument, type PermitApplicant } from './documents-owed';

export interface Completeness {
  complete: boolean;
  owed: OwedDocument[];
  /** Asked for once, in one list. */
  missing: DocumentKind[];
}

/** `handed` are the kinds that lie with the case now, in any order. */
export function readCompleteness(applicant: PermitApplicant, handed: readonly DocumentKind[]): Completeness {
  const owed = documentsOwed(applicant);
  const missing = missingDocuments(owed, handed);
  return { complete: missing.length === 0, owed, missing };
}
