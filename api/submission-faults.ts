/** Everything that stands against handing a form in: its shape, its rules, its documents; all at once. */
import type { Tx } from '../db/connect';
import { createCases, type CaseRow } from '../db/reads/cases';
import { createEvidence } from '../db/reads/evidence';
import type { DocumentKind } from '../domain/events';
import { ApplicationForm, findFormFaults, type FormDraft } from '../domain/form';
import { formFaults, type Filing } from '../domain/form/faults';
import { lawDate } from '../domain/law-day';
import type { PersonIdentity } from '../domain/person';
import { documentTableOf, requiredDocuments } from '../policy/documents';
import { permanentPolicyOf } from '../policy/policies';
import { caseInstant } from './case-time';
import { inPointerOrder } from './pointer-order';
import { Problem, type Fault } from './problems';
import { createShapeCheck } from './shape-checks';

const faultsOfShape = createShapeCheck(ApplicationForm, Infinity);
const documentPointer = '/documents/';

/** A form as it would be handed in today, under the policy that the case keeps. */
export interface CaseFiling extends Filing {
  documentTable: string;
}

export async function getFilingInTx(tx: Tx, caseId: string): Promise<CaseFiling> {
  const row = await createCases(tx).findCase(caseId);
  if (row === undefined) throw new Problem('not-found');
  return filingOf(row, await createEvidence(tx).findPerson(row.file.personId));
}

export function filingOf(row: CaseRow, person: PersonIdentity | undefined): CaseFiling {
  const { table: documentTable } = permanentPolicyOf(row.file.policyVersion).documents.value;
  const { passportDays } = documentTableOf(documentTable);
  return { filedOn: lawDate(caseInstant(row)), passportDays, person, documentTable };
}

export function neededDocuments(form: FormDraft, { documentTable, ...filing }: CaseFiling): DocumentKind[] {
  return requiredDocuments({ form, ...filing }, documentTable);
}

/** In the order of the pointers; a document that is missing is named `/documents/<kind>`. */
export function findSubmissionFaults(
  form: FormDraft,
  documents: readonly { kind: DocumentKind }[],
  filing: CaseFiling,
): Fault[] {
  const rules = findFormFaults(form, filing).map((fault) => ({ ...fault, message: formFaults[fault.code] }));
  const missing = neededDocuments(form, filing)
    .filter((needed) => !documents.some(({ kind }) => kind === needed))
    .map((kind) => ({ pointer: documentPointer + kind, code: 'missing', message: 'must be uploaded' }));
  return inPointerOrder([...faultsOfShape(form), ...rules, ...missing]);
}

export function isOfDocument({ pointer }: Fault): boolean {
  return pointer.startsWith(documentPointer);
}
