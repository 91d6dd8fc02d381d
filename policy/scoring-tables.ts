/** Tables of points. DEMONSTRATION: the pilot's own table is not published; these rows are invented and say so. */
import type { ApplicationForm } from '../domain/form';

export const criteria = ['solvency', 'language', 'education', 'work', 'health', 'family', 'ties'] as const;
export type Criterion = (typeof criteria)[number];

/** `bucket` names the row that applied; `evidence` is the part of the form that was read. */
export interface CriterionTable {
  max: number;
  points: Record<string, number>;
  bucketOf: (form: ApplicationForm) => string;
  evidenceOf: (form: ApplicationForm) => unknown;
}

export interface ScoringTable {
  name: string;
  source: string;
  validFrom: string;
  demonstration: boolean;
  criteria: Record<Criterion, CriterionTable>;
}

/** 1320 times the monthly calculation index of 2026 (4,325 tenge): order 531 of 30.06.2023, budget law 2026-2028. */
const requiredFundsTenge = 1320 * 4325;

const february = {
  name: 'demonstration-2026-02',
  source: 'invented for demonstration; only the criteria and the threshold of 400 are reported',
  validFrom: '2026-02-13',
  demonstration: true,
  criteria: {
    solvency: {
      max: 120,
      points: { below: 0, met: 100, 'twice-met': 120 },
      bucketOf: ({ fundsTenge }) =>
        fundsTenge >= 2 * requiredFundsTenge
          ? 'twice-met'
          : fundsTenge >= requiredFundsTenge
            ? 'met'
            : 'below',
      evidenceOf: ({ fundsTenge }) => ({ fundsTenge }),
    },
    language: {
      max: 120,
      points: { none: 0, basic: 60, good: 90, fluent: 120 },
      bucketOf: ({ languages }) => languages.kazakh,
      evidenceOf: ({ languages }) => ({ languages }),
    },
    education: {
      max: 120,
      points: { none: 0, secondary: 40, vocational: 70, bachelor: 90, master: 110, doctorate: 120 },
      bucketOf: ({ education }) => education,
      evidenceOf: ({ education }) => ({ education }),
    },
    work: {
      max: 100,
      points: { none: 0, 'up-to-three-years': 40, 'up-to-ten-years': 80, longer: 100 },
      bucketOf: ({ workYears }) =>
        workYears === 0
          ? 'none'
          : workYears <= 3
            ? 'up-to-three-years'
            : workYears <= 10
              ? 'up-to-ten-years'
              : 'longer',
      evidenceOf: ({ workYears }) => ({ workYears }),
    },
    health: {
      max: 40,
      points: { 'not-stated': 0, limited: 20, fit: 40 },
      bucketOf: ({ health }) => health,
      evidenceOf: ({ health }) => ({ health }),
    },
    family: {
      max: 50,
      points: { alone: 10, 'with-family': 50 },
      bucketOf: ({ familyMembers }) => (familyMembers > 0 ? 'with-family' : 'alone'),
      evidenceOf: ({ familyMembers }) => ({ familyMembers }),
    },
    ties: {
      max: 100,
      points: { none: 0, friends: 30, relatives: 70, 'close-family': 100 },
      bucketOf: ({ ties }) => ties,
      evidenceOf: ({ ties }) => ({ ties }),
    },
  },
} as const satisfies ScoringTable;

const tables: Readonly<Record<string, ScoringTable>> = { [february.name]: february };

/** Throws for a table that was never published. */
export function scoringTableOf(name: string): ScoringTable {
  const table = tables[name];
  if (table === undefined) throw new Error(`no scoring table ${name}`);
  return table;
}
