/** Whether the sponsor that a person writes down may have him come and live here: told before anything is filed. */
import type { FormFaultCode } from '../../domain/form/faults';
import { monthsAfter } from '../../domain/law-day';
import type { PermitPurpose } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { Rule } from '../rule';
import { purposeRow } from './purposes';
import type { SponsorRow } from './purpose-row';
import { marriedMonths } from './sponsors';

/** `pointer` is a JSON pointer into the form; `rule` is what the sponsor's right lacks. */
interface SponsorFault {
  pointer: string;
  code: Extract<
    FormFaultCode,
    'sponsor-of-another-purpose' | 'sponsor-resident-too-short' | 'married-too-short'
  >;
  rule: Rule<unknown>;
}

type Written = NonNullable<PermitDraft['sponsor']>;

interface Filed {
  purpose: PermitPurpose;
  /** The law's date on which the right must be there. */
  filedOn: string;
}

/**
 * Only what an act says closes the door, and only by the person's own words: what we inferred or assumed is held
 * against the register's answer and judged by a person. What is not written is another fault's business.
 */
export function findSponsorRightFaults({ sponsor = {} }: PermitDraft, filed: Filed): SponsorFault[] {
  const { sponsors, months } = purposeRow(filed.purpose);
  const { kind = 'none' } = sponsor;
  if (Object.keys(sponsors).length === 0 || kind === 'none') return [];
  const row = sponsors[kind];
  const faults: SponsorFault[] = row
    ? faultsOfTime(sponsor, row, filed.filedOn)
    : [{ pointer: '/sponsor/kind', code: 'sponsor-of-another-purpose', rule: months.issue }];
  return faults.filter(({ rule }) => rule.confidence === 'official');
}

function faultsOfTime(
  { kind, relation, residentSince, marriedOn }: Written,
  { residentMonths }: SponsorRow,
  on: string,
): SponsorFault[] {
  const isSpouse = kind !== 'organisation' && relation === 'spouse';
  const residence = { pointer: '/sponsor/residentSince', code: 'sponsor-resident-too-short' } as const;
  const marriage = { pointer: '/sponsor/marriedOn', code: 'married-too-short' } as const;
  return [
    ...(isTooShort(residentSince, residentMonths.value, on) ? [{ ...residence, rule: residentMonths }] : []),
    ...(isSpouse && isTooShort(marriedOn, marriedMonths.value, on)
      ? [{ ...marriage, rule: marriedMonths }]
      : []),
  ];
}

function isTooShort(since: string | undefined, months: number | null, on: string): boolean {
  return months !== null && since !== undefined && monthsAfter(since, months) > on;
}
