/** What our own register says to a renewal: the same permit is renewed already, or another lasts beyond it. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { when } from './finding';

type Told = Pick<AgencyAnswers['migration-register'], 'renewed' | 'ownPermits'>;

/** Codes for a person to judge: a second number for the same days is never given by the rule. */
export function whyRenewedTwice({ renewed, ownPermits = [] }: Told): string[] {
  if (renewed === undefined) return [];
  return [
    ...when(
      ownPermits.some(({ renews }) => renews === renewed.number),
      'renewed-already',
    ),
    ...when(
      ownPermits.some(({ validUntil }) => validUntil > renewed.validUntil),
      'own-permit-lasts-longer',
    ),
  ];
}
