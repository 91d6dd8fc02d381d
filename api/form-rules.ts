/** What a form is held against, by the kind of its case: its shape, its rules, the papers it asks for. */
import type { Static } from 'typebox';
import type { CaseRow } from '../db/reads/cases';
import type { Prefilled } from '../db/reads/prefilled';
import type { Reads } from '../db/reads/reads';
import type { CaseKind } from '../domain/case-kinds';
import type { PermitSubmission } from '../domain/events/form';
import type { DocumentKind } from '../domain/events';
import type { PersonIdentity } from '../domain/person';
import { permanentFormRules } from './permanent-form-rules';
import { permitFormRules } from './permit-form-rules';
import type { Fault } from './problems';
import type { NeededDocument } from './schemas/form';

/** A case with what lies beside it, as its form would be handed in now. */
export interface FormGround {
  row: CaseRow;
  person: PersonIdentity | undefined;
  prefilled: readonly Prefilled[];
  /** Of the account that filed; null where the person did. */
  employerBin: string | null;
}

/** `content` has passed the shape of a draft of its kind. */
export interface FormRules {
  draftFaults(content: unknown): Fault[];
  /** Everything that stands against handing it in, in the order of the pointers. */
  submissionFaults(content: object, documents: readonly { kind: DocumentKind }[]): Fault[];
  needed(content: object, documents: readonly { kind: DocumentKind }[]): Static<typeof NeededDocument>[];
  /** What the act of handing in says of a permit; throws Problem filing-window-closed. */
  submission(content: object): { permit?: PermitSubmission };
}

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
