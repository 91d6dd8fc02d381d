/** Into which row of a table a form falls: one function a criterion. Thresholds are part of the demonstration. */
import { certifiedLevels, type CertifiedLevel } from '../domain/evidence';
import type { ApplicationForm } from '../domain/form';
import { isExempt } from './solvency';
import { yearsWorked } from './work-record';

/**
 * What is read beyond the form: `requiredTenge` is the solvency amount, `filedOn` the law's date, `provedKazakh` the level that
 * the testing centre vouches for, null where it has vouched for none.
 */
export interface LawOfTheDay {
  filedOn: string;
  requiredTenge: number;
  provedKazakh: CertifiedLevel | null;
}

/** An exemption counts as met; who shows twice the amount gets more, exempt or not. */
export function solvencyOf({ finances }: ApplicationForm, { requiredTenge }: LawOfTheDay): string {
  const { fundsTenge, exemption } = finances;
  if (fundsTenge >= 2 * requiredTenge) return 'twice-met';
  if (fundsTenge >= requiredTenge) return 'met';
  return isExempt(exemption) ? 'exempt' : 'below';
}

/** The same as far as the bank is asked: it confirms what the law requires and no more, and of who is exempt nothing. */
export function solvencyAsked({ finances }: ApplicationForm, { requiredTenge }: LawOfTheDay): string {
  const { fundsTenge, exemption } = finances;
  if (isExempt(exemption)) return 'exempt';
  return fundsTenge >= requiredTenge ? 'met' : 'below';
}

export function reliabilityOf({ history, finances }: ApplicationForm): string {
  const { convictions, deportations, offences, underProsecution } = history;
  if (convictions.length > 0 || deportations.length > 0 || underProsecution) return 'serious';
  const overdue = finances.debts.some(({ overdueSince }) => overdueSince !== undefined);
  return overdue || offences.length > 0 ? 'minor' : 'nothing-declared';
}

const kazakhLevels = {
  A1: 'elementary',
  A2: 'elementary',
  B1: 'intermediate',
  B2: 'intermediate',
  C1: 'advanced',
  C2: 'advanced',
} as const;
type KazakhLevel = 'none' | (typeof kazakhLevels)[keyof typeof kazakhLevels];

/** Kazakh and English count by their certificates while these are valid, Russian by the applicant's own word. */
export function bucketOfLanguages(form: ApplicationForm, law: LawOfTheDay): string {
  return bucketWith(kazakhIn(form, law), form, law);
}

/** The same, but Kazakh by what was proved before the form was opened: what is only written is worth nothing beyond it. */
export function bucketOfProvedLanguages(form: ApplicationForm, law: LawOfTheDay): string {
  return bucketWith(law.provedKazakh, form, law);
}

/** Whether the form has the level that was proved, a higher one or less. */
export function compareWithProved(
  form: ApplicationForm,
  law: LawOfTheDay,
): 'as-proved' | 'less' | 'more-than-proved' {
  const rank = (level: CertifiedLevel | null) => (level === null ? -1 : certifiedLevels.indexOf(level));
  const [written, proved] = [rank(kazakhIn(form, law)), rank(law.provedKazakh)];
  if (written === proved) return 'as-proved';
  return written < proved ? 'less' : 'more-than-proved';
}

function isValid(paper: { validUntil?: string } | undefined, { filedOn }: LawOfTheDay): boolean {
  return paper !== undefined && (paper.validUntil ?? filedOn) >= filedOn;
}

/** As the form has it; null where it names no certificate that still holds. */
function kazakhIn({ languages: { kazakh } }: ApplicationForm, law: LawOfTheDay): CertifiedLevel | null {
  return kazakh.certificate !== undefined && isValid(kazakh.certificate, law)
    ? kazakh.certificate.level
    : null;
}

function bucketWith(
  kazakh: CertifiedLevel | null,
  { languages: { russian, english } }: ApplicationForm,
  law: LawOfTheDay,
): string {
  const speaksRussian = russian.skill === 'good' || russian.skill === 'fluent';
  const level = kazakh === null ? 'none' : kazakhLevels[kazakh];
  return languageBucket(level, speaksRussian, isValid(english.certificate, law));
}

/** Every combination with its points: those of Kazakh, and more with Russian and with English. */
export function languagePoints(
  kazakh: Record<KazakhLevel, number>,
  russian: number,
  english: number,
): Record<string, number> {
  const both = [false, true];
  const rows = (Object.keys(kazakh) as KazakhLevel[]).flatMap((level) =>
    both.flatMap((ru) =>
      both.map((en): [string, number] => [
        languageBucket(level, ru, en),
        kazakh[level] + (ru ? russian : 0) + (en ? english : 0),
      ]),
    ),
  );
  return Object.fromEntries(rows);
}

function languageBucket(kazakh: KazakhLevel, russian: boolean, english: boolean): string {
  return `kazakh-${kazakh}${russian ? '-russian' : ''}${english ? '-english' : ''}`;
}

export function educationOf({ education }: ApplicationForm): string {
  return education.level;
}

export function workOf({ employment }: ApplicationForm, { filedOn }: LawOfTheDay): string {
  if (employment.periods.length === 0) return 'none';
  const years = yearsWorked(employment.periods, filedOn);
  if (years > 10) return 'longer';
  return years > 3 ? 'up-to-ten-years' : 'up-to-three-years';
}

export function healthOf({ health }: ApplicationForm): string {
  return health.listedDisease ? 'listed-disease' : health.statement;
}

export function familyOf({ family }: ApplicationForm): string {
  if (family.members.some(({ joins }) => joins)) return 'with-family';
  return family.members.length > 0 ? 'family-abroad' : 'alone';
}

const close: readonly string[] = ['spouse', 'child', 'parent', 'sibling'];

/** A year in the country makes a past of one's own. */
export function tiesOf({ ties, adaptability }: ApplicationForm): string {
  if (ties.relatives.some(({ relation }) => close.includes(relation))) return 'close-family';
  if (ties.relatives.length > 0) return 'relatives';
  const past = ties.bornHere || ties.studiedHere || ties.ownsHousing || adaptability.monthsLivedHere >= 12;
  return past ? 'own-past' : 'none';
}
