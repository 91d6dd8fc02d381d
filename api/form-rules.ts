/** What a form is held against, by the kind of its case: its shape, its rules, the papers it asks for. */
import type { CaseRow } from '../db/reads/cases';
import type { Reads } from '../db/reads/reads';
import type { CaseKind } from '../domain/case-kinds';
import type { FormGround, FormRules } from './form-ground';
import { permanentFormRules } from './permanent-form-rules';
import { permitFormRules } from './permit-form-rules';

const rulesOf: Record<CaseKind, (ground: FormGround) => FormRules> = {
  'permanent-residence': permanentFormRules,
  'temporary-permit': permitFormRules,
};

/** One question after the other: a transaction has one connection. */
type GroundReads = Pick<Reads, 'findPerson' | 'listPrefilled' | 'findEmployer'>;

export async function groundOf(reads: GroundReads, row: CaseRow): Promise<FormGround> {
  const { caseId, personId, permit } = row.file;
  const employerId = permit?.employerId ?? null;
  const person = await reads.findPerson(personId);
  const prefilled = await reads.listPrefilled(caseId);
  const employer = employerId === null ? undefined : await reads.findEmployer(employerId);
  return { row, person, prefilled, employerBin: employer?.bin ?? null };
}

export function formRulesFor(ground: FormGround): FormRules {
  return rulesOf[ground.row.file.kind](ground);
}
