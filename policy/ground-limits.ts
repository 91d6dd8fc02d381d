/** For whom, and for which act, a ground of the law does not hold; and what in a case says so. */
import type { CaseFile } from '../domain/case-file';
import type { SolvencyExemption } from '../domain/form/finances';
import type { RefusalGround } from './grounds';
import { policyOf } from './policies';
import { official, type Rule } from './rule';

const article49 = 'Law on Migration of the Population No. 477-IV, art. 49, redaction of 17.07.2024';

/** Whom the law excepts. Only of the first two does a form say that somebody is one of them: of the others a person has to know. */
type Excepted = Category | 'stateless-by-list' | 'married-women-convention' | 'incapacitated';

/** As the finding "not due" of the bank names them beside its rule. */
export const categories = ['ethnic-kazakh', 'family-of-ethnic-kazakh'] as const;
type Category = (typeof categories)[number];

const kazakhs = [...categories, 'stateless-by-list', 'married-women-convention'] as const;

export const exceptions: Partial<Record<RefusalGround, Rule<readonly Excepted[]>>> = {
  'absent-from-the-country': official(kazakhs, `${article49}: 13) is not of ethnic Kazakhs and their family`),
  'liable-within-a-year': official(kazakhs, `${article49}: 14-1) is not of ethnic Kazakhs and their family`),
  'barring-disease': official(['incapacitated'], `${article49}: 15) is not of who is incapacitated`),
};

/** What can only happen to somebody who has the permission. */
export const annulsAlone: Partial<Record<RefusalGround, Rule<true>>> = {
  'absent-from-the-country': official(true, `${article49}: 13) is of annulment`),
  'not-working-in-profession': official(true, `${article49}: 13-2) is of annulment`),
};

/** Whom the form says somebody to be; undefined for who is none of them, or does not say so. */
export function findCategory(claimed: {
  exemption: SolvencyExemption;
  sponsorExemption?: SolvencyExemption | undefined;
}): Category | undefined {
  if (claimed.exemption === 'ethnic-kazakh') return 'ethnic-kazakh';
  const ofFamily = claimed.exemption === 'family-of-exempt' && claimed.sponsorExemption === 'ethnic-kazakh';
  return ofFamily ? 'family-of-ethnic-kazakh' : undefined;
}

/** Whether the law does not let this ground carry this act, or not against this person; cases filed before go on as they were told. */
export function isOutOfPlace(file: CaseFile, ground: string, after: 'filing' | 'grant'): boolean {
  if (!policyOf(file.policyVersion).groundLimitsHeld.value) return false;
  const named = ground as RefusalGround;
  if (after === 'filing' && annulsAlone[named] !== undefined) return true;
  return exceptions[named]?.value.some((who) => isKnownAs(file, who)) === true;
}

/** Unless a person found that what should prove it does not. */
function isKnownAs({ checks, documents }: CaseFile, who: Excepted): boolean {
  const { codes = [], judgement = null } = checks?.bank ?? {};
  const disproved = documents.some(
    (paper) => paper.kind === 'exemption-proof' && paper.judgement === 'adverse',
  );
  return codes.includes(who) && judgement !== 'adverse' && !disproved;
}
