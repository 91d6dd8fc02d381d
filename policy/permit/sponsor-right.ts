/** Whether a sponsor may have the person come and live here. */
import { monthsAfter } from '../../domain/law-day';
import type { PermitPurpose } from '../../domain/permit';
import type { Sponsor } from '../../domain/permit-form/sponsor';
import type { Rule } from '../rule';
import { purposeRow } from './purposes';
import { marriedMonths } from './sponsors';

export const sponsorFaults = ['kind-not-allowed', 'resident-too-short', 'married-too-short'] as const;
export type SponsorFault = (typeof sponsorFaults)[number];

interface Asked {
  purpose: PermitPurpose;
  sponsor: Partial<Sponsor> | undefined;
  /** The law's date on which the right must be there. */
  on: string;
}

/** Undefined when the sponsor has the right, or the purpose needs none; else the fault and the rule that it breaks. */
export function whyNoSponsorRight({
  purpose,
  sponsor,
  on,
}: Asked): { fault: SponsorFault; rule: Rule<unknown> } | undefined {
  const { sponsors, months } = purposeRow(purpose);
  if (Object.keys(sponsors).length === 0) return undefined;
  const row = sponsors[sponsor?.kind ?? 'none'];
  if (row === undefined) return { fault: 'kind-not-allowed', rule: months.issue };
  const { residentMonths } = row;
  if (isTooShort(sponsor?.residentSince, residentMonths.value, on)) {
    return { fault: 'resident-too-short', rule: residentMonths };
  }
  const isSpouse = sponsor?.relation === 'spouse';
  if (isSpouse && isTooShort(sponsor.marriedOn, marriedMonths.value, on)) {
    return { fault: 'married-too-short', rule: marriedMonths };
  }
  return undefined;
}

/** What is not known is too short. */
function isTooShort(since: string | undefined, months: number | null, on: string): boolean {
  return months !== null && (since === undefined || monthsAfter(since, months) > on);
}
