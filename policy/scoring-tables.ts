/** Tables of points. DEMONSTRATION: the pilot's own table is not published; these rows are invented and say so. */
import type { ApplicationForm } from '../domain/form';
import {
  bucketOfLanguages,
  bucketOfProvedLanguages,
  compareWithProved,
  educationOf,
  familyOf,
  healthOf,
  languagePoints,
  reliabilityOf,
  solvencyAsked,
  solvencyOf,
  tiesOf,
  workOf,
  type LawOfTheDay,
} from './scoring-buckets';

export const criteria = [
  'solvency',
  'reliability',
  'language',
  'education',
  'work',
  'health',
  'family',
  'ties',
] as const;
export type Criterion = (typeof criteria)[number];

/** What stands behind what a row read. */
export const scoreSources = {
  'bank-certificate': 'the form, with the bank’s certificate; the bank itself is asked in verification',
  exemption: 'the exemption that the form names; what proves it is judged in verification',
  declaration: 'the applicant’s own declaration; the registries of the state are read in verification only',
  'language-certificate':
    'the certificates named in the form; a language without one counts little or nothing',
  'language-proved':
    'Kazakh at the level that the testing centre vouches for, which the form names too; the others by the form and its certificates',
  'language-proved-beyond-form':
    'Kazakh at the level that the testing centre vouches for: the form names none that holds, or a lower one; the others by the form',
  'language-not-proved-so-high':
    'Kazakh at the level that the testing centre vouches for: nobody confirmed the higher one in the form; the others by the form',
  form: 'the form as it was handed in',
} as const;
export type ScoreSource = keyof typeof scoreSources;

/** In words; a source that is not known any more stands for itself. */
export function labelOfSource(source: string): string {
  return (scoreSources as Readonly<Record<string, string>>)[source] ?? source;
}

/** `points` by bucket; `evidence` are JSON pointers to what `bucketOf` reads, `/law/…` beyond the form. */
export interface CriterionTable {
  max: number;
  points: Record<string, number>;
  source: ScoreSource | ((form: ApplicationForm, law: LawOfTheDay) => ScoreSource);
  evidence: readonly string[];
  bucketOf: (form: ApplicationForm, law: LawOfTheDay) => string;
}

export interface ScoringTable {
  name: string;
  source: string;
  validFrom: string;
  demonstration: boolean;
  criteria: Record<Criterion, CriterionTable>;
}

const february = {
  name: 'demonstration-2026-02',
  source: 'invented for demonstration; only the criteria and the threshold of 400 are reported',
  validFrom: '2026-02-13',
  demonstration: true,
  criteria: {
    solvency: {
      max: 100,
      points: { below: 0, met: 80, exempt: 80, 'twice-met': 100 },
      source: 'bank-certificate',
      evidence: ['/finances/exemption', '/finances/fundsTenge', '/law/requiredTenge'],
      bucketOf: solvencyOf,
    },
    reliability: {
      max: 60,
      points: { serious: 0, minor: 30, 'nothing-declared': 60 },
      source: 'declaration',
      evidence: ['/finances/debts', '/history', '/intentions/declaresTruth'],
      bucketOf: reliabilityOf,
    },
    language: {
      max: 120,
      points: languagePoints({ none: 0, elementary: 40, intermediate: 70, advanced: 90 }, 14, 16),
      source: 'language-certificate',
      evidence: ['/languages', '/law/filedOn'],
      bucketOf: bucketOfLanguages,
    },
    education: {
      max: 100,
      points: { none: 0, secondary: 30, vocational: 55, bachelor: 75, master: 90, doctorate: 100 },
      source: 'form',
      evidence: ['/education/level'],
      bucketOf: educationOf,
    },
    work: {
      max: 80,
      points: { none: 0, 'up-to-three-years': 30, 'up-to-ten-years': 60, longer: 80 },
      source: 'form',
      evidence: ['/employment/periods', '/law/filedOn'],
      bucketOf: workOf,
    },
    health: {
      max: 40,
      points: { 'listed-disease': 0, 'not-stated': 0, limited: 20, fit: 40 },
      source: 'declaration',
      evidence: ['/health/listedDisease', '/health/statement'],
      bucketOf: healthOf,
    },
    family: {
      max: 50,
      points: { alone: 10, 'family-abroad': 25, 'with-family': 50 },
      source: 'form',
      evidence: ['/family/members'],
      bucketOf: familyOf,
    },
    ties: {
      max: 80,
      points: { none: 0, 'own-past': 40, relatives: 55, 'close-family': 80 },
      source: 'form',
      evidence: ['/ties', '/adaptability/monthsLivedHere'],
      bucketOf: tiesOf,
    },
  },
} as const satisfies ScoringTable;

const sourceOfProved = {
  'as-proved': 'language-proved',
  less: 'language-proved-beyond-form',
  'more-than-proved': 'language-not-proved-so-high',
} as const satisfies Record<ReturnType<typeof compareWithProved>, ScoreSource>;

/** The same points. Kazakh counts by what was proved before the form, and a signature under the form that all must give is no evidence. */
const november = {
  ...february,
  name: 'demonstration-2026-11',
  validFrom: '2026-11-24',
  criteria: {
    ...february.criteria,
    reliability: { ...february.criteria.reliability, evidence: ['/finances/debts', '/history'] },
    language: {
      ...february.criteria.language,
      source: (form, law) => sourceOfProved[compareWithProved(form, law)],
      evidence: ['/languages', '/law/filedOn', '/law/provedKazakh'],
      bucketOf: bucketOfProvedLanguages,
    },
  },
} as const satisfies ScoringTable;

/** The same points, but none for money that nobody is asked to confirm. */
const endOfNovember = {
  ...november,
  name: 'demonstration-2026-11-25',
  validFrom: '2026-11-25',
  criteria: {
    ...november.criteria,
    solvency: {
      ...november.criteria.solvency,
      max: 80,
      points: { below: 0, met: 80, exempt: 80 },
      source: (form, law) => (solvencyAsked(form, law) === 'exempt' ? 'exemption' : 'bank-certificate'),
      bucketOf: solvencyAsked,
    },
  },
} as const satisfies ScoringTable;

const tables: Readonly<Record<string, ScoringTable>> = {
  [february.name]: february,
  [november.name]: november,
  [endOfNovember.name]: endOfNovember,
};

/** Whether Kazakh counts by its proof in a table of that name, and not by the form. */
export function readsProof(name: string): boolean {
  return scoringTableOf(name).criteria.language.evidence.includes('/law/provedKazakh');
}

/** Throws for a table that was never published. */
export function scoringTableOf(name: string): ScoringTable {
  const table = tables[name];
  if (table === undefined) throw new Error(`no scoring table ${name}`);
  return table;
}
