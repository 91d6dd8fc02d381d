/** Which agencies are asked about whom: those of every permit, and those that single purposes add. */
import type { Check } from '../../domain/agencies';
import type { CheckRow } from './purpose-row';
import { newRules, olderLaw, order730, sinceApril } from './sources';

const told = (check: Check, source: string): CheckRow => ({ check, source, confidence: 'press' });

export const commonChecks: readonly CheckRow[] = [
  told('berkut', `${sinceApril}: border crossings`),
  told('criminal-registry', `${sinceApril}: criminal record; which body keeps it is inferred`),
  told('iin-registry', `${sinceApril}: the IIN of the foreigner and of the family`),
  told('migration-register', `${sinceApril}: applications for permanent residence, registration`),
  { check: 'fingerprint-registry', source: `${order730}: prints are verified`, confidence: 'official' },
  {
    ...told('insurance-register', `${newRules}: insurance is read from its register`),
    groups: ['other', 'stateless'],
  },
];

const renewed: CheckRow = {
  check: 'permit-register',
  filings: ['renewal'],
  source: 'what is renewed must be found in the register of permits, which the migration police keeps',
  confidence: 'inferred',
};

const employer: readonly CheckRow[] = [
  told('permit-register', `${sinceApril}; ${newRules}: the employer’s valid permits are counted`),
  told('labour-contracts', `${newRules}: the contract is read from the unified system of labour contracts`),
];

const security: CheckRow = {
  check: 'security-service',
  filings: ['renewal'],
  source: `${olderLaw('art. 36 (4)')}: work permits are extended with the agreement of the security bodies`,
  confidence: 'official',
};

const kin: CheckRow = {
  check: 'kinship-register',
  source: 'kinship is what the permit rests on, and the register of civil status keeps it',
  confidence: 'inferred',
};

const health: CheckRow = {
  check: 'medical-registry',
  source: 'form 028/u is asked of business immigrants, and its registry stands behind it',
  confidence: 'inferred',
};

/** Added to those of everybody. */
export const addedChecks = {
  renewals: [renewed],
  family: [renewed, kin],
  work: [...employer, security],
  /** Art. 36 speaks of workers under national rules: a treaty gives citizens of the union equal access to work. */
  unionWork: employer,
  business: [renewed, health],
} as const satisfies Record<string, readonly CheckRow[]>;
