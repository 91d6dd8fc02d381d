/** The questionnaire of permanent residence: its shape, its rules, the documents of its policy. */
import { FormDraft, ApplicationForm, findFormFaults } from '../domain/form';
import { formFaults, type Filing } from '../domain/form/faults';
import { lawDate } from '../domain/law-day';
import { documentRowOf, documentTableOf, requiredDocuments } from '../policy/documents';
import { permanentPolicyOf } from '../policy/policies';
import { caseInstant } from './case-time';
import type { FormGround, FormRules } from './form-ground';
import { inPointerOrder } from './pointer-order';
import { createShapeCheck } from './shape-checks';

const faultsOfDraft = createShapeCheck(FormDraft);
const faultsOfForm = createShapeCheck(ApplicationForm, Infinity);

export function permanentFormRules({ row, person }: FormGround): FormRules {
  const { table } = permanentPolicyOf(row.file.policyVersion).documents.value;
  const { passportDays } = documentTableOf(table);
  const filing: Filing = { filedOn: lawDate(caseInstant(row)), passportDays: passportDays.value, person };
  const kindsFor = (form: FormDraft) => requiredDocuments({ form, ...filing }, table);
  return {
    draftFaults: faultsOfDraft,
    submissionFaults: (form: FormDraft, documents) => {
      const rules = findFormFaults(form, filing).map((fault) => ({
        ...fault,
        message: formFaults[fault.code],
      }));
      const missing = kindsFor(form)
        .filter((needed) => !documents.some(({ kind }) => kind === needed))
        .map((kind) => ({ pointer: `/documents/${kind}`, code: 'missing', message: 'must be uploaded' }));
      return inPointerOrder([...faultsOfForm(form), ...rules, ...missing]);
    },
    needed: (form: FormDraft, documents) =>
      kindsFor(form).map((kind) => {
        const { checkedBy, source, confidence } = documentRowOf(kind, table);
        const uploaded = documents.some((each) => each.kind === kind);
        return { kind, checkedBy, source, confidence, uploaded };
      }),
    known: () => [],
    submission: () => ({}),
  };
}
