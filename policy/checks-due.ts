/** Which checks are owed for a person, and which by the rule are not. */
import { checks, type Check } from '../domain/agencies';
import type { SolvencyExemption } from '../domain/form/finances';
import { official } from './rule';
import { isExempt } from './solvency';
import { yearsLater } from './years-later';

/** Order MIA 730 of 30.09.2024: prints are taken of foreigners and stateless persons aged 16 and over. */
export const fingerprintAge = official(16, 'order MIA 730 of 30.09.2024, redaction of 24.06.2026: aged 16+');

/** `bornOn` and `on` are law's dates, YYYY-MM-DD. The age is reached on the birthday itself, 29 February on 1 March. */
export function isFingerprintDue(bornOn: string, on: string): boolean {
  return on >= yearsLater(bornOn, fingerprintAge.value);
}

/** Who is asked about, as far as it decides whether he is. */
export interface AskedAbout {
  bornOn: string;
  exemption: SolvencyExemption;
}

/** Why a check is not owed, as the code of a finding that is clear by the rule; undefined when the agency is asked. */
export function whyNotDue(
  check: Check,
  { bornOn, exemption }: AskedAbout,
  filedOn: string,
): string | undefined {
  if (check === 'fingerprint-registry' && !isFingerprintDue(bornOn, filedOn)) return 'under-sixteen';
  return check === 'bank' && isExempt(exemption) ? 'exempt-from-solvency' : undefined;
}

/** The checks for which an agency is asked. */
export function checksFor(person: AskedAbout, filedOn: string): Check[] {
  return checks.filter((check) => whyNotDue(check, person, filedOn) === undefined);
}
