/** The form of a temporary permit: its shape, its rules, the papers of its purpose, the window of its filing. */
import { formFaults } from '../domain/form/faults';
import { lawDate } from '../domain/law-day';
import { findPermitFormFaults, PermitDraft, PermitForm } from '../domain/permit-form';
import { documentsOwed, type PermitApplicant } from '../policy/permit/documents-owed';
import { findSponsorRightFaults } from '../policy/permit/sponsor-right';
import { markEnded } from '../policy/permit/still-lasting';
import { formAsUsed, useValues } from '../policy/permit/uses';
import { isPersonOf } from './case-person';
import { caseInstant } from './case-time';
import { windowOf } from './filing-window';
import type { FormGround, FormRules } from './form-ground';
import { inPointerOrder } from './pointer-order';
import { Problem } from './problems';
import { createShapeCheck } from './shape-checks';
import { viewKnown } from './views/documents-known';

const faultsOfDraft = createShapeCheck(PermitDraft);
const faultsOfForm = createShapeCheck(PermitForm, Infinity);

export function permitFormRules({ row, person, prefilled, employerBin }: FormGround): FormRules {
  const { permit } = row.file;
  if (permit === null || person === undefined) throw new Error('the case is not about a permit');
  const { purpose, filing } = permit;
  const filedOn = lawDate(caseInstant(row));
  const found = markEnded(prefilled, filedOn);
  const { policyVersion } = row.file;
  const used = (content: PermitDraft) => formAsUsed(content, found, policyVersion);
  const { bornOn, citizenship } = person;
  const applicant = (content: PermitDraft): PermitApplicant => {
    const form = used(content);
    return { purpose, filing, citizenship, bornOn, form, found, filedOn, policyVersion };
  };
  return {
    draftFaults: faultsOfDraft,
    submissionFaults: (content: PermitDraft) => {
      const form = used(content);
      const rules = findPermitFormFaults(form, { filedOn, purpose, filing, person, employerBin });
      const told = rules.map((fault) => ({ ...fault, message: formFaults[fault.code] }));
      const rights = findSponsorRightFaults(form, { purpose, filedOn }).map(({ pointer, code, rule }) => ({
        ...{ pointer, code },
        message: `${formFaults[code]} (${rule.source})`,
      }));
      return inPointerOrder([...faultsOfForm(form), ...told, ...rights]);
    },
    needed: (content: PermitDraft, documents) =>
      documentsOwed(applicant(content)).map(({ kind, checkedBy, because, confidence }) => {
        const uploaded = documents.some((each) => each.kind === kind);
        return { kind, checkedBy, source: because, confidence, uploaded };
      }),
    known: (content: PermitDraft) => viewKnown(applicant(content)),
    submission: (content: PermitDraft, papers) => {
      const reading = windowOf(used(content), { filing, filedOn });
      const uses = useValues(content, found, policyVersion);
      if (reading.ok) return { permit: { uses, window: reading.window } };
      const { rule, lastDay, faults: errors } = reading;
      const end = uses.find(({ pointer }) => pointer === '/currentPermit/validUntil');
      const isTold = end?.used !== 'fetched' || isPersonOf(papers, person);
      const detail = lastDay === null || !isTold ? rule : `${rule}: the last day was ${lastDay}`;
      throw new Problem('filing-window-closed', { detail, errors });
    },
  };
}
