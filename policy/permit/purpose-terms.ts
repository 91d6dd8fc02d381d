/** Parts of a purpose's row that several purposes share: months, renewal, what bounds the term. */
import type { TermLimitName } from '../../domain/permit';
import { assumption, inferred, official, press, type Rule } from '../rule';
import type { PurposeRow } from './purpose-row';
import { servicePage } from './sources';

type Months = Pick<PurposeRow, 'months' | 'renewable'>;

/** As long at each renewal as at first. */
export function renewedFor(months: Rule<number>): Months {
  return {
    months: { issue: months, renewal: months },
    renewable: { value: true, source: months.source, confidence: months.confidence },
  };
}

export const generalMonths = press(
  12,
  'qostanai.media 2021, ekaraganda.kz 2022: up to a year by category, not beyond the document',
);

/** Categories that exist, but whose own term is not published. */
export function yearly(of: string): Months {
  return renewedFor(
    assumption(
      generalMonths.value,
      `the term for ${of} is not published; in general a year at most is reported`,
    ),
  );
}

/** An assumption, since nobody publishes that insurance bounds the term; `others` with what bounds them. */
export function insured(reason: string, ...others: TermLimitName[]): Rule<readonly TermLimitName[]> {
  return assumption(
    [...others, 'insurance'] as const,
    `${reason}; that an insurance which ends ends the term is not published: nobody stays uninsured by a permit of ours`,
  );
}

export const withContract = {
  ...renewedFor(official(12, `${servicePage}: work without a permit for a year, renewed yearly`)),
  limits: insured(`${servicePage}: not beyond the contract`, 'employment-contract'),
} as const;

/** A permit never lasts longer than these, whatever the purpose. */
export const everyLimit: Rule<readonly TermLimitName[]> = inferred(
  ['purpose', 'passport', 'request'] as const,
  `${generalMonths.source}; and nobody is given more than was asked for`,
);
