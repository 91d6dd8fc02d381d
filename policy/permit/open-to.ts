/** Whether a permit of a purpose is open to the citizens of a country: told before anything is opened. */
import type { ProblemCode } from '../../domain/problems';
import type { PermitPurpose } from '../../domain/permit';
import { official, type Rule } from '../rule';
import { citizenshipGroupOf } from './citizenship';
import { purposeRow } from './purposes';
import { servicePage } from './sources';

export const foreignersOnly = official(
  ['KAZ'] as readonly string[],
  `${servicePage}: the service is for foreigners and stateless persons, which a citizen of Kazakhstan is not`,
);

type NotOpen = Extract<ProblemCode, 'purpose-not-of-citizenship' | 'citizen-needs-no-permit'>;

/** `name`: which rule stands against it; `country` is ISO 3166 alpha-3. Undefined where none does. */
export function whyNotOpenTo(
  purpose: PermitPurpose,
  country: string,
): (Rule<readonly string[]> & { code: NotOpen; name: string }) | undefined {
  if (foreignersOnly.value.includes(country)) {
    return { code: 'citizen-needs-no-permit', name: 'foreignersOnly', ...foreignersOnly };
  }
  const { groups } = purposeRow(purpose);
  if (groups.value.includes(citizenshipGroupOf(country))) return undefined;
  return { code: 'purpose-not-of-citizenship', name: `purposes.${purpose}.groups`, ...groups };
}
