/** Whether a stay is looked for as registered in Berkut's answer: where no other register that is asked tells it. */
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import { findPermitPolicy } from './policies';
import { purposeRow } from './purposes';

/** How a permit was filed, and under which rules. */
export interface PermitFiled {
  policyVersion: string;
  purpose: PermitPurpose;
  filing: FilingKind;
}

export function looksForRegistration({ policyVersion, purpose, filing }: PermitFiled): boolean {
  const toldElsewhere = purposeRow(purpose).checks.some(
    ({ check, filings = [filing] }) => check === 'permit-register' && filings.includes(filing),
  );
  return !toldElsewhere && findPermitPolicy(policyVersion)?.registrationLookedFor.value === true;
}
