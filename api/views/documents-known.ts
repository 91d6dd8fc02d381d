/** Papers that nobody asks for, since a register of the state knows what they would show. */
import type { Static } from 'typebox';
import type { Prefilled } from '../../db/reads/prefilled';
import type { CaseFile } from '../../domain/case-file';
import { lawDate } from '../../domain/law-day';
import type { PersonIdentity } from '../../domain/person';
import { documentsKnown, type KnownDocument, type PermitApplicant } from '../../policy/permit/documents-owed';
import { markEnded } from '../../policy/permit/still-lasting';
import { formAsUsed } from '../../policy/permit/uses';
import type { KnownDocument as Shape } from '../schemas/form';

type Known = Static<typeof Shape>;

interface Written {
  /** The form as it was handed in. */
  content: object;
  person: PersonIdentity;
  prefilled: readonly Prefilled[];
}

export function viewKnown(applicant: PermitApplicant): Known[] {
  return documentsKnown(applicant).map(viewOne);
}

/** By the rules of the case, on the day of its filing; none before it, and none of permanent residence. */
export function viewKnownOfCase({ form, permit, policyVersion }: CaseFile, written: Written): Known[] {
  if (form === null || permit === null) return [];
  const { purpose, filing } = permit;
  const { citizenship, bornOn } = written.person;
  const filedOn = lawDate(form.submittedAt);
  const found = markEnded(written.prefilled, filedOn);
  const used = formAsUsed(written.content, found, policyVersion);
  return viewKnown({ purpose, filing, citizenship, bornOn, filedOn, policyVersion, found, form: used });
}

function viewOne({ kind, by, because, confidence }: KnownDocument): Known {
  return { kind, by, source: because, confidence };
}
