/** Which documents the policy asks for, of whom, and who checks each. */
import { ageOn } from '../domain/age';
import type { DocumentKind } from '../domain/events';
import { documentKinds } from '../domain/events';
import type { FormDraft } from '../domain/form';
import type { PersonIdentity } from '../domain/person';
import { isFingerprintDue } from './checks-due';
import { isExempt } from './solvency';
import { press, type Confidence, type Rule } from './rule';

export const documentCheckers = ['bank', 'medical-registry', 'caseworker'] as const;
export type DocumentChecker = (typeof documentCheckers)[number];

/** Who applies, as far as is known: a draft will do. `filedOn` is the law's date. */
export interface Applicant {
  form: FormDraft;
  person?: Pick<PersonIdentity, 'bornOn'> | undefined;
  filedOn: string;
}

const conditions = {
  everyone: () => true,
  nobody: () => false,
  'who shows solvency': ({ form }) => !isExempt(form.finances?.exemption ?? 'none'),
  'who is exempt from solvency, but for a profession': ({ form }) => {
    const exemption = form.finances?.exemption ?? 'none';
    return isExempt(exemption) && exemption !== 'in-demand-profession';
  },
  'who has a profession in demand': ({ form }) => form.finances?.exemption === 'in-demand-profession',
  'who has a citizenship': ({ form }) => (form.personal?.legalStatus ?? 'citizen') === 'citizen',
  'who is sixteen': ({ person, filedOn }) => person === undefined || isFingerprintDue(person.bornOn, filedOn),
  'whose family comes along, or makes exempt': ({ form }) =>
    form.finances?.exemption === 'family-of-exempt' || membersOf(form).some(({ joins }) => joins === true),
  'with whom a child of fourteen to seventeen comes along': ({ form, filedOn }) =>
    membersOf(form).some(({ relation, joins, bornOn }) => {
      if (relation !== 'child' || joins !== true || bornOn === undefined) return false;
      const age = ageOn(bornOn, filedOn);
      return age >= 14 && age < 18;
    }),
} as const satisfies Record<string, (applicant: Applicant) => boolean>;

export interface DocumentRow {
  of: keyof typeof conditions;
  checkedBy: DocumentChecker;
  source: string;
  confidence: Confidence;
  /** A picture, not a PDF. */
  picture?: boolean;
}

interface DocumentTable {
  /** More than so many days must be left of the passport at filing. */
  passportDays: Rule<number>;
  rows: Record<DocumentKind, DocumentRow>;
}

const digest =
  'digest of eGov service 009pass_mvd (wheretoemigrate.io), agreeing with adilet V2300032752 item 8';
const law = 'Law on Migration of the Population No. 477-IV, art. 49';

const listed = (of: DocumentRow['of'], item: number, checkedBy: DocumentChecker = 'caseworker') =>
  ({ of, checkedBy, source: `${digest}, item ${item}`, confidence: 'press' }) as const;
const official = (of: DocumentRow['of'], source: string, checkedBy: DocumentChecker = 'caseworker') =>
  ({ of, checkedBy, source, confidence: 'official' }) as const;

/** Papers of a temporary permit; the table in `policy/permit` says who owes them. */
const ofPermits = {
  of: 'nobody',
  checkedBy: 'caseworker',
  source: `${digest}: its fourteen items do not name it, it belongs to temporary permits`,
  confidence: 'inferred',
} as const;

/** All of the digest but its item 1, the form itself, and item 2, the certificate that this pilot ends with. */
const february = {
  passportDays: press(180, `${digest}, item 3: valid more than 180 calendar days at filing`),
  rows: {
    passport: listed('everyone', 3),
    'solvency-certificate': official(
      'who shows solvency',
      'order No. 531 of 30.06.2023: the bank confirms it',
      'bank',
    ),
    'exemption-proof': official('who is exempt from solvency, but for a profession', `${law}, p. 4`),
    'police-clearance': listed('everyone', 5),
    'consent-of-citizenship-state': listed('who has a citizenship', 13),
    'housing-document': listed('everyone', 7),
    'medical-certificate': listed('everyone', 8, 'medical-registry'),
    photo: { ...listed('everyone', 9), picture: true },
    'fee-receipt': listed('everyone', 10),
    'fingerprint-certificate': official(
      'who is sixteen',
      'order No. 730 of 30.09.2024: from sixteen years on',
    ),
    'processing-consent': listed('everyone', 14),
    'child-consent': listed('with whom a child of fourteen to seventeen comes along', 6),
    'kinship-document': {
      of: 'whose family comes along, or makes exempt',
      checkedBy: 'caseworker',
      source: `${digest}, item 3, names a child’s birth certificate; the same for other kin is inferred`,
      confidence: 'inferred',
    },
    'sector-petition': official('who has a profession in demand', `${law}, pp. 4 and 13-2`),
    'owner-consent': ofPermits,
    'insurance-policy': ofPermits,
    'work-permit': ofPermits,
    'employment-contract': ofPermits,
    'study-petition': ofPermits,
    'treatment-document': ofPermits,
    'religious-certificate': ofPermits,
    'executive-petition': ofPermits,
    'ground-lost-proof': ofPermits,
    'origin-proof': ofPermits,
    'fine-decision': ofPermits,
  },
} as const satisfies DocumentTable;

const tables: Readonly<Record<string, DocumentTable>> = { 'egov-digest-2026-02': february };

/** Throws for a table that was never published. */
export function documentTableOf(name: string): DocumentTable {
  const table = tables[name];
  if (table === undefined) throw new Error(`no document table ${name}`);
  return table;
}

/** What must lie with the form, in the order of the kinds. */
export function requiredDocuments(applicant: Applicant, table: string): DocumentKind[] {
  const { rows } = documentTableOf(table);
  return documentKinds.filter((kind) => conditions[rows[kind].of](applicant));
}

export function documentRowOf(kind: DocumentKind, table: string): DocumentRow {
  return documentTableOf(table).rows[kind];
}

function membersOf({ family }: FormDraft) {
  return family?.members ?? [];
}
