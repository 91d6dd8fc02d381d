/** Which papers a person owes for a permit, which of them a state's register makes needless, and which are missing. */
import { documentKinds, type DocumentKind } from '../../domain/events';
import type { FilingKind, PermitPurpose, StateSource } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { FetchedValue } from '../../domain/permit-form/fetched';
import { isFingerprintDue } from '../checks-due';
import type { DocumentChecker } from '../documents';
import type { Confidence } from '../rule';
import { citizenshipGroupOf } from './citizenship';
import type { PaperCondition, PaperRow } from './purpose-row';
import { permitRulesOf } from './policies';
import { purposeRow } from './purposes';
import { namesAnotherContract } from './uses';
import { readFilingWindow } from './window';

/** `citizenship` is ISO 3166 alpha-3, `filedOn` a law's date, `found` what the registers said. */
export interface PermitApplicant {
  purpose: PermitPurpose;
  filing: FilingKind;
  citizenship: string;
  bornOn: string;
  form: PermitDraft;
  found: readonly FetchedValue[];
  filedOn: string;
  /** Of the policy that the case was opened under; without it the first. */
  policyVersion?: string | undefined;
}

/** `because` is the source of the row that asks for it. */
export interface OwedDocument {
  kind: DocumentKind;
  because: string;
  confidence: Confidence;
  checkedBy: DocumentChecker;
}

/** `by` is the register that knows it already. */
export interface KnownDocument extends OwedDocument {
  by: StateSource;
}

const conditions = {
  everyone: () => true,
  'who is no citizen of the Eurasian Economic Union': ({ citizenship }) =>
    citizenshipGroupOf(citizenship) !== 'eaeu',
  'who lives in housing of others': ({ form }) => form.stay?.ownsHousing !== true,
  'who is sixteen': ({ bornOn, filedOn }) => isFingerprintDue(bornOn, filedOn),
  'whose family comes along': ({ form }) => (form.family?.members ?? []).some(({ joins }) => joins === true),
  'who is in time by a fine alone': ({ filing, form, filedOn }) => {
    const currentUntil = form.currentPermit?.validUntil ?? null;
    const reading = readFilingWindow({ filing, currentUntil, finedOn: form.fine?.decidedOn, filedOn });
    return reading.ok && reading.window.rule === 'fifteen-days-after-a-fine';
  },
} as const satisfies Record<PaperCondition, (applicant: PermitApplicant) => boolean>;

/** What the person has to hand in, each kind once, in the order of the kinds. */
export function documentsOwed(applicant: PermitApplicant): OwedDocument[] {
  return rowsFor(applicant)
    .filter((row) => !isKnown(row, applicant))
    .map(({ kind, source, confidence, checkedBy }) => ({ kind, because: source, confidence, checkedBy }));
}

/** What the person would owe if no register knew it. */
export function documentsKnown(applicant: PermitApplicant): KnownDocument[] {
  return rowsFor(applicant).flatMap((row) => {
    const { kind, checkedBy, needless } = row;
    if (needless === undefined || !isKnown(row, applicant)) return [];
    const { by, source, confidence } = needless;
    return [{ kind, because: source, confidence, checkedBy, by }];
  });
}

/** What was not handed in of what is owed. */
export function missingDocuments(
  owed: readonly Pick<OwedDocument, 'kind'>[],
  handed: readonly DocumentKind[],
): DocumentKind[] {
  return owed.map(({ kind }) => kind).filter((kind) => !handed.includes(kind));
}

/** Of two rows for one kind the purpose's own, which comes last, tells more than the common one. */
function rowsFor(applicant: PermitApplicant): PaperRow[] {
  const since = permitRulesOf(applicant.policyVersion).validFrom;
  const asked = purposeRow(applicant.purpose).papers.filter(
    ({ of, from = '' }) => from <= since && conditions[of](applicant),
  );
  return documentKinds.flatMap((kind) => asked.findLast((row) => row.kind === kind) ?? []);
}

/**
 * A day that a register names must not have passed on the day of filing; `false` is knowing that there is none. Of a contract it
 * knows the paper only where the person names no other one.
 */
function isKnown({ needless }: PaperRow, { form, found, filedOn, policyVersion }: PermitApplicant): boolean {
  if (needless === undefined) return false;
  const { by, pointer } = needless;
  if (by === 'labour-contracts' && namesAnotherContract(form, found, policyVersion)) return false;
  const value = found.find((each) => each.source === by && each.pointer === pointer && !each.ended)?.value;
  if (value === undefined || value === false) return false;
  return !pointer.endsWith('Until') || String(value) >= filedOn;
}
