/** What a form is held against, by the kind of its case: its shape, its rules, the papers it asks for. */
import type { CaseKind } from '../domain/case-kinds';
import type { FormGround, FormRules } from './form-ground';
import { permanentFormRules } from './permanent-form-rules';
import { permitFormRules } from './permit-form-rules';

const rulesOf: Record<CaseKind, (ground: FormGround) => FormRules> = {
  'permanent-residence': permanentFormRules,
  'temporary-permit': permitFormRules,
};

export function formRulesFor(ground: FormGround): FormRules {
  return rulesOf[ground.row.file.kind](ground);
}
