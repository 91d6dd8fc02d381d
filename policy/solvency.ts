/** Solvency: how much must be shown on the day of filing, and who need not show it. */
import type { SolvencyExemption } from '../domain/form/finances';
import { mciOn } from './mci';
import { official, type Confidence, type Rule } from './rule';

const order531 = 'order of the Minister of Internal Affairs No. 531 of 30.06.2023';
const article49 = 'Law on Migration of the Population No. 477-IV, art. 49, p. 4';

/** The amount in months of the index, dated. */
const multiples = [{ validFrom: '2023-06-30', months: official(1320, order531) }] as const;

/** Whether the category frees from the proof. */
export const exemptions = {
  none: official(false, article49),
  'ethnic-kazakh': official(true, article49),
  'former-compatriot': official(true, article49),
  'treaty-citizenship': official(true, article49),
  'family-of-exempt': official(true, article49),
  'in-demand-profession': official(true, article49),
} as const satisfies Record<SolvencyExemption, Rule<boolean>>;

/** Least sure of the two it is made of: the multiple and the index. */
const order: readonly Confidence[] = ['official', 'inferred', 'press', 'assumption'];

/** In whole tenge, for the applicant alone: the order names nobody else. Throws for a date without an index. */
export function requiredFunds(filedOn: string): Rule<number> {
  const row = multiples.findLast(({ validFrom }) => validFrom <= filedOn);
  if (row === undefined) throw new Error(`no amount of solvency on ${filedOn}`);
  const { months } = row;
  const mci = mciOn(filedOn);
  const rank = Math.max(order.indexOf(months.confidence), order.indexOf(mci.confidence));
  return {
    value: months.value * mci.value,
    source: `${months.value} x ${mci.value} tenge: ${months.source}; ${mci.source}`,
    confidence: order[rank] ?? 'assumption',
  };
}

export function isExempt(exemption: SolvencyExemption): boolean {
  return exemptions[exemption].value;
}
