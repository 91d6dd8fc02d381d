/** Which checks are owed for a person, and which by the rule are not. */
import { checks, type Check } from '../domain/agencies';
import { ageOn } from '../domain/age';
import type { SolvencyExemption } from '../domain/form/finances';
import { findCategory } from './ground-limits';
import { official } from './rule';
import { isExempt } from './solvency';

/** Order MIA 730 of 30.09.2024: prints are taken of foreigners and stateless persons aged 16 and over. */
export const fingerprintAge = official(16, 'order MIA 730 of 30.09.2024, redaction of 24.06.2026: aged 16+');

/** `bornOn` and `on` are law's dates, YYYY-MM-DD. The age is reached on the birthday itself, 29 February on 1 March. */
export function isFingerprintDue(bornOn: string, on: string): boolean {
  return ageOn(bornOn, on) >= fingerprintAge.value;
}

/** Who is asked about, as far as it decides whether he is. */
export interface AskedAbout {
  bornOn: string;
  exemption: SolvencyExemption;
  /** On what ground his sponsor need not show solvency, where his own rests on that. */
  sponsorExemption?: SolvencyExemption | undefined;
}

type WhyNot = (about: AskedAbout, filedOn: string) => string | undefined;

const conditions: Partial<Record<Check, WhyNot>> = {
  'fingerprint-registry': ({ bornOn }, filedOn) =>
    isFingerprintDue(bornOn, filedOn) ? undefined : 'under-sixteen',
  bank: ({ exemption }) => (isExempt(exemption) ? 'exempt-from-solvency' : undefined),
};

/** Whether it depends on the person that the agency is asked. */
export function isConditional(check: Check): boolean {
  return conditions[check] !== undefined;
}

/** Why a check is not owed, as the code of a finding that is clear by the rule; undefined when the agency is asked. */
export function whyNotDue(check: Check, about: AskedAbout, filedOn: string): string | undefined {
  return conditions[check]?.(about, filedOn);
}

/** The same with whom the form says him to be, where a ground of the law does not hold for them; undefined when asked. */
export function codesOfNotDue(check: Check, about: AskedAbout, filedOn: string): string[] | undefined {
  const code = whyNotDue(check, about, filedOn);
  if (code === undefined) return undefined;
  const category = check === 'bank' ? findCategory(about) : undefined;
  return [code, ...(category === undefined ? [] : [category])];
}

/** The checks for which an agency is asked. */
export function checksFor(person: AskedAbout, filedOn: string): Check[] {
  return checks.filter((check) => whyNotDue(check, person, filedOn) === undefined);
}
