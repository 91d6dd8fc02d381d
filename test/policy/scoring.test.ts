/** The automatic score: every bucket of the table, the sum, the threshold, and the evidence behind each row. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOfJson } from '../../db/hash';
import {
  educations,
  healthStatements,
  languageSkills,
  tiesToKazakhstan,
  type ApplicationForm,
} from '../../domain/form';
import { policies, policyOf, type Policy } from '../../policy/policies';
import { criteria, scoringTableOf, type Criterion } from '../../policy/scoring-tables';
import { scoreForm } from '../../policy/scoring';

const policy = policyOf('2026-04-13');
const required = 5_709_000;

/** Four hundred points exactly: 100 + 60 + 90 + 100 + 40 + 10 + 0. */
const fourHundred: ApplicationForm = {
  education: 'bachelor',
  languages: { kazakh: 'basic', russian: 'good', english: 'none' },
  workYears: 11,
  profession: 'welder',
  health: 'fit',
  familyMembers: 0,
  ties: 'none',
  fundsTenge: required,
  address: 'Semei, Abai street 4',
  convictedBefore: false,
  deportedBefore: false,
  leavesCitizenship: true,
  consentToProcessing: true,
};

function scoreOf(unlike: Partial<ApplicationForm> = {}, under: Policy = policy) {
  const content = { ...fourHundred, ...unlike };
  return scoreForm({ version: 4, sha256: 'd'.repeat(64), content }, under, hashOfJson);
}

function rowOf(criterion: Criterion, unlike: Partial<ApplicationForm>) {
  return scoreOf(unlike).rows.find((row) => row.criterion === criterion);
}

const kazakh = (skill: (typeof languageSkills)[number]) => ({
  languages: { ...fourHundred.languages, kazakh: skill },
});

/** The demonstration table, each bucket at its edges. */
const rows: [Criterion, Partial<ApplicationForm>, bucket: string, points: number][] = [
  ['solvency', { fundsTenge: 0 }, 'below', 0],
  ['solvency', { fundsTenge: required - 1 }, 'below', 0],
  ['solvency', { fundsTenge: required }, 'met', 100],
  ['solvency', { fundsTenge: 2 * required - 1 }, 'met', 100],
  ['solvency', { fundsTenge: 2 * required }, 'twice-met', 120],
  ['language', kazakh('none'), 'none', 0],
  ['language', kazakh('basic'), 'basic', 60],
  ['language', kazakh('good'), 'good', 90],
  ['language', kazakh('fluent'), 'fluent', 120],
  ['education', { education: 'none' }, 'none', 0],
  ['education', { education: 'secondary' }, 'secondary', 40],
  ['education', { education: 'vocational' }, 'vocational', 70],
  ['education', { education: 'bachelor' }, 'bachelor', 90],
  ['education', { education: 'master' }, 'master', 110],
  ['education', { education: 'doctorate' }, 'doctorate', 120],
  ['work', { workYears: 0 }, 'none', 0],
  ['work', { workYears: 1 }, 'up-to-three-years', 40],
  ['work', { workYears: 3 }, 'up-to-three-years', 40],
  ['work', { workYears: 4 }, 'up-to-ten-years', 80],
  ['work', { workYears: 10 }, 'up-to-ten-years', 80],
  ['work', { workYears: 11 }, 'longer', 100],
  ['work', { workYears: 80 }, 'longer', 100],
  ['health', { health: 'not-stated' }, 'not-stated', 0],
  ['health', { health: 'limited' }, 'limited', 20],
  ['health', { health: 'fit' }, 'fit', 40],
  ['family', { familyMembers: 0 }, 'alone', 10],
  ['family', { familyMembers: 1 }, 'with-family', 50],
  ['family', { familyMembers: 30 }, 'with-family', 50],
  ['ties', { ties: 'none' }, 'none', 0],
  ['ties', { ties: 'friends' }, 'friends', 30],
  ['ties', { ties: 'relatives' }, 'relatives', 70],
  ['ties', { ties: 'close-family' }, 'close-family', 100],
];

describe('a row of the table', () => {
  test.each(rows)('%s of %j is %s: %i points', (...[criterion, unlike, bucket, points]) => {
    expect(rowOf(criterion, unlike)).toMatchObject({ bucket, points });
  });

  test('is written here for every bucket there is', () => {
    for (const criterion of criteria) {
      const { points, max } = scoringTableOf('demonstration-2026-02').criteria[criterion];
      const written = rows.filter(([name]) => name === criterion).map(([, , bucket]) => bucket);
      expect([...new Set(written)].sort()).toEqual(Object.keys(points).sort());
      expect(max).toBe(Math.max(...Object.values(points)));
    }
  });

  test('asks for 1320 times the monthly index of 2026 as solvency', () => {
    expect(required).toBe(1320 * 4325);
  });
});

describe('a score', () => {
  test('has one row a criterion, and is their sum', () => {
    const score = scoreOf();
    expect(score.rows.map(({ criterion, points }) => [criterion, points])).toEqual([
      ['solvency', 100],
      ['language', 60],
      ['education', 90],
      ['work', 100],
      ['health', 40],
      ['family', 10],
      ['ties', 0],
    ]);
    expect(score).toMatchObject({
      table: 'demonstration-2026-02',
      formVersion: 4,
      formSha256: 'd'.repeat(64),
      total: 400,
      threshold: 400,
      passed: true,
    });
  });

  test('ten points under the threshold is not passed, ten over it is', () => {
    expect(scoreOf({ ties: 'friends', education: 'vocational' })).toMatchObject({ total: 410, passed: true });
    expect(scoreOf({ ties: 'friends', health: 'not-stated' })).toMatchObject({ total: 390, passed: false });
  });

  test.each([
    [399, true],
    [400, true],
    [401, false],
  ])('of four hundred against a threshold of %i: passed is %s', (threshold, passed) => {
    const scoring = { ...policy.scoring, value: { ...policy.scoring.value, threshold } };
    expect(scoreOf({}, { ...policy, scoring })).toMatchObject({ total: 400, threshold, passed });
  });

  test('is the same under every policy that pins the same table', () => {
    for (const other of policies) expect(scoreOf({}, other)).toEqual(scoreOf());
  });

  test('by a table that was never published is a mistake of ours', () => {
    const scoring = { ...policy.scoring, value: { table: 'secret-2027', threshold: 1 } };
    expect(() => scoreOf({}, { ...policy, scoring })).toThrow('no scoring table');
  });
});

describe('whatever the form', () => {
  const forms = fc.record<ApplicationForm>({
    education: fc.constantFrom(...educations),
    languages: fc.record({
      kazakh: fc.constantFrom(...languageSkills),
      russian: fc.constantFrom(...languageSkills),
      english: fc.constantFrom(...languageSkills),
    }),
    workYears: fc.integer({ min: 0, max: 80 }),
    profession: fc.constantFrom('welder', 'teacher'),
    health: fc.constantFrom(...healthStatements),
    familyMembers: fc.integer({ min: 0, max: 30 }),
    ties: fc.constantFrom(...tiesToKazakhstan),
    fundsTenge: fc.integer({ min: 0, max: 20_000_000 }),
    address: fc.constant('Semei'),
    convictedBefore: fc.boolean(),
    deportedBefore: fc.boolean(),
    leavesCitizenship: fc.boolean(),
    consentToProcessing: fc.constant(true as const),
  });

  /** The part of the form that each row may read. */
  const evidence: Record<Criterion, keyof ApplicationForm> = {
    solvency: 'fundsTenge',
    language: 'languages',
    education: 'education',
    work: 'workYears',
    health: 'health',
    family: 'familyMembers',
    ties: 'ties',
  };

  test('the total is the sum of the rows, none above its maximum', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const { rows: given, total, passed } = scoreOf(form);
        expect(given.reduce((sum, { points }) => sum + points, 0)).toBe(total);
        expect(given.every(({ points, max }) => points >= 0 && points <= max)).toBe(true);
        expect(passed).toBe(total >= 400);
      }),
    );
  });

  test('the hash of a row’s evidence changes if, and only if, that evidence does', () => {
    fc.assert(
      fc.property(forms, forms, (one, other) => {
        const [a, b] = [scoreOf(one), scoreOf(other)];
        for (const [index, criterion] of criteria.entries()) {
          const sameHash = a.rows[index]!.evidenceSha256 === b.rows[index]!.evidenceSha256;
          const field = evidence[criterion];
          expect([criterion, sameHash]).toEqual([
            criterion,
            hashOfJson(one[field]) === hashOfJson(other[field]),
          ]);
        }
      }),
    );
  });

  test('one other answer changes no row but its own', () => {
    fc.assert(
      fc.property(forms, forms, fc.constantFrom(...criteria), (...[form, other, changed]) => {
        const field = evidence[changed];
        const before = scoreOf(form).rows.filter(({ criterion }) => criterion !== changed);
        const after = scoreOf({ ...form, [field]: other[field] }).rows.filter(
          ({ criterion }) => criterion !== changed,
        );
        expect(after).toEqual(before);
      }),
    );
  });

  test('what the table does not read, such as the address, changes nothing', () => {
    const silent = {
      profession: 'teacher',
      address: 'Astana',
      convictedBefore: true,
      leavesCitizenship: false,
    };
    expect(scoreOf(silent)).toEqual(scoreOf());
  });
});
