/** What a form is held against, by the kind of its case: its shape, its rules, the papers it asks for. */
import type { Static } from 'typebox';
import type { CaseRow } from '../db/reads/cases';
import type { Prefilled } from '../db/reads/prefilled';
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

export function formRulesFor(ground: FormGround): FormRules {
  return rulesOf[ground.row.file.kind](ground);
}
