/** One invented filing: who, what for, what is written in the form, what each register knows, what goes wrong. */
import type { KnownFacts } from '../../../agencies/cast-member';
import type { FilingKind, PermitPurpose } from '../../../domain/permit';
import type { PermitForm } from '../../../domain/permit-form';
import type { PersonIdentity } from '../../../domain/person';

export type FilingFacts = Pick<
  KnownFacts,
  | 'berkut'
  | 'criminal-registry'
  | 'iin-registry'
  | 'fingerprint-registry'
  | 'security-service'
  | 'migration-register'
  | 'medical-registry'
  | 'permit-register'
  | 'insurance-register'
  | 'kinship-register'
> & { 'labour-contracts': { contracts: Exclude<KnownFacts['labour-contracts']['contracts'], 'as-asked'> } };
export type AskedAgency = keyof FilingFacts;

export interface InventedEmployer {
  employerId: string;
  bin: string;
  /** Valid permits that the state's register counts, of the fifty that an organisation may hold. */
  elsewhere: number;
}

/** `never`: the passport is not handed in at all; `later`: when it is asked for; `false`: it is no true paper. */
export type Passport = 'handed' | 'later' | 'never' | 'false';

export interface InventedFiling {
  caseId: string;
  personId: string;
  purpose: PermitPurpose;
  filing: FilingKind;
  /** The law's date of filing and of the decision, YYYY-MM-DD. */
  filedOn: string;
  person: PersonIdentity;
  form: PermitForm;
  facts: FilingFacts;
  /** The register of permits knows the employer by its BIN. */
  employerKnown: boolean;
  /** The account that files, where an employer does. */
  employer: InventedEmployer | null;
  passport: Passport;
  /** The criminal registry never answers about this person. */
  silent: boolean;
  /** The criminal registry takes its answer back before the decision. */
  contradicted: boolean;
  /** The criminal registry finds a namesake's file. */
  namesake: boolean;
  /** The case of an earlier filing of the same person for the same, which has ended by then; null of a first one. */
  after: string | null;
  /** What is tried twice: the record's writing and the permit's making. */
  twice: boolean;
}
