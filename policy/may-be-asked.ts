/** Which papers an officer may ask for in a case: those that its own table names, since only of these somebody says whether they hold. */
import type { CaseFile } from '../domain/case-file';
import type { DocumentKind } from '../domain/events';
import { documentRowOf } from './documents';
import { purposeRow } from './permit/purposes';
import { permanentPolicyOf } from './policies';

/** Of whom a paper is asked does not matter here: an officer may ask for it beyond what the applicant owed. */
export function mayBeAskedFor({ permit, policyVersion }: CaseFile, kind: DocumentKind): boolean {
  if (permit !== null) return purposeRow(permit.purpose).papers.some((row) => row.kind === kind);
  return documentRowOf(kind, permanentPolicyOf(policyVersion).documents.value.table).of !== 'nobody';
}
