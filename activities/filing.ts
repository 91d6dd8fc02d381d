/** What of a filing goes along with a question to an agency, or decides how its answer is read. */
import type { FilingKind, PermitPurpose } from '../domain/permit';
import { holdsDays } from '../policy/permit/registered-days';
import type { PermitFiled } from '../policy/permit/registration-known';

/** `on` is the law's date of the application; `requiredTenge` the whole tenge that a bank must confirm. */
export interface Filing {
  on: string;
  formVersion: number;
  requiredTenge?: number;
  /** What a permit is for, how it was filed, and under which rules; left out by workflows of before these were asked. */
  purpose?: PermitPurpose;
  filing?: FilingKind;
  policyVersion?: string;
  /** Whether registers of the state have filled the form in. */
  prefilled?: boolean;
}

/** The days that were used go along where the rules of the case hold them against the answer. */
export function askedOf(filing?: Filing): { on: string | undefined; withDays: boolean } {
  return { on: filing?.on, withDays: holdsDays(filing?.policyVersion) };
}

/** Undefined where it is no permit's, or does not say how it was filed. */
export function permitFiledIn({ policyVersion, purpose, filing }: Partial<Filing> = {}):
  PermitFiled | undefined {
  return policyVersion && purpose && filing ? { policyVersion, purpose, filing } : undefined;
}
