/** The automatic score: every bucket of the table, the sum, the threshold, and the evidence behind each row. */
import { describe, expect, test } from '@jest/globals';
import { hashOfJson } from '../../db/hash';
import type { ApplicationForm } from '../../domain/form';
import { educations } from '../../domain/form/education';
import { certifiedLevels } from '../../domain/evidence';
import { permanentPolicies } from '../../policy/permanent-policies';
import { permanentPolicyOf, type PermanentPolicy } from '../../policy/policies';
import { criteria, scoreSources, scoringTableOf, type Criterion } from '../../policy/scoring-tables';
import { scoreForm } from '../../policy/scoring';
import { aForm, strongForm, weakForm } from '../support/forms';

type Unlike = Parameters<typeof aForm>[0];

const policy = permanentPolicyOf('2026-04-13');
const filedOn = '2026-05-09';
const required = 5_709_000;

function scoreOf(unlike: Unlike = {}, under: PermanentPolicy = policy, on = filedOn) {
  const submitted = { version: 4, sha256: 'd'.repeat(64), content: aForm(unlike) };
  return scoreForm(submitted, under, { filedOn: on, provedKazakh: 'B1', hash: hashOfJson });
}

function rowOf(criterion: Criterion, unlike: Unlike) {
  return scoreOf(unlike).rows.find((row) => row.criterion === criterion);
}

const base = aForm();
const funds = (fundsTenge: number, exemption: ApplicationForm['finances']['exemption'] = 'none') => ({
  finances: { fundsTenge, exemption },
});
const debt = { kind: 'bank', amountTenge: 100 } as const;
const offence = { country: 'KAZ', kind: 'migration', committedOn: '2025-01-01' } as const;
const conviction = { country: 'KGZ', offence: 'theft', convictedOn: '2010-02-02', spentOn: '2012-02-02' };
const relatives = (relation: 'spouse' | 'sibling' | 'other') => ({
  ties: { relatives: [{ ...base.ties.relatives[0]!, relation }] },
});
const noRelatives = { relatives: [] };
const worked = (from: string, to?: string) => ({
  employment: { periods: [{ ...base.employment.periods[0]!, from, to }] },
});
const family = (joins: boolean) => ({ family: { members: [{ ...base.family.members[0]!, joins }] } });

const level = {
  none: 'none',
  A1: 'elementary',
  A2: 'elementary',
  B1: 'intermediate',
  B2: 'intermediate',
} as const;
const worth = { none: 0, elementary: 40, intermediate: 70, advanced: 90 } as const;
const levelOf = (kazakh: 'none' | (typeof certifiedLevels)[number]) =>
  (level as Record<string, keyof typeof worth>)[kazakh] ?? 'advanced';

function spoken(
  kazakh: 'none' | (typeof certifiedLevels)[number],
  russian: boolean,
  english: boolean,
): Unlike {
  const { certificate: kaz } = base.languages.kazakh;
  const { certificate: eng } = base.languages.english;
  return {
    languages: {
      kazakh: { skill: 'good', ...(kazakh !== 'none' && { certificate: { ...kaz!, level: kazakh } }) },
      russian: { skill: russian ? 'good' : 'basic' },
      english: { skill: 'good', ...(english && { certificate: eng! }) },
    },
  };
}

const languageRows = (['none', ...certifiedLevels] as const).flatMap((kazakh) =>
  [false, true].flatMap((russian) =>
    [false, true].map((english): [Criterion, Unlike, string, number] => {
      const name = levelOf(kazakh);
      const bucket = `kazakh-${name}${russian ? '-russian' : ''}${english ? '-english' : ''}`;
      const points = worth[name] + (russian ? 14 : 0) + (english ? 16 : 0);
      return ['language', spoken(kazakh, russian, english), bucket, points];
    }),
  ),
);

/** The demonstration table, each bucket at its edges. */
const rows: [Criterion, Unlike, bucket: string, points: number][] = [
  ['solvency', funds(0), 'below', 0],
  ['solvency', funds(required - 1), 'below', 0],
  ['solvency', funds(required), 'met', 80],
  ['solvency', funds(2 * required - 1), 'met', 80],
  ['solvency', funds(2 * required), 'twice-met', 100],
  ['solvency', funds(0, 'ethnic-kazakh'), 'exempt', 80],
  ['solvency', funds(required - 1, 'in-demand-profession'), 'exempt', 80],
  ['reliability', {}, 'nothing-declared', 60],
  ['reliability', { finances: { debts: [debt] } }, 'nothing-declared', 60],
  ['reliability', { finances: { debts: [{ ...debt, overdueSince: '2026-01-01' }] } }, 'minor', 30],
  ['reliability', { history: { offences: [offence] } }, 'minor', 30],
  ['reliability', { history: { convictions: [conviction] } }, 'serious', 0],
  [
    'reliability',
    { history: { deportations: [{ country: 'RUS', deportedOn: '2016-05-05' }] } },
    'serious',
    0,
  ],
  ['reliability', { history: { underProsecution: true } }, 'serious', 0],
  ...languageRows,
  ...educations.map((education, index): [Criterion, Unlike, string, number] => [
    'education',
    { education: { level: education } },
    education,
    [0, 30, 55, 75, 90, 100][index]!,
  ]),
  ['work', { employment: { periods: [] } }, 'none', 0],
  ['work', worked('2026-05-01'), 'up-to-three-years', 30],
  ['work', worked('2020-01-01', '2023-12-29'), 'up-to-three-years', 30],
  ['work', worked('2020-01-01', '2023-12-30'), 'up-to-ten-years', 60],
  ['work', worked('2010-01-01', '2020-12-27'), 'up-to-ten-years', 60],
  ['work', worked('2010-01-01', '2020-12-28'), 'longer', 80],
  ['work', worked('2005-01-01'), 'longer', 80],
  ['health', { health: { statement: 'not-stated' } }, 'not-stated', 0],
  ['health', { health: { statement: 'limited' } }, 'limited', 20],
  ['health', { health: { statement: 'fit' } }, 'fit', 40],
  ['health', { health: { listedDisease: true } }, 'listed-disease', 0],
  ['family', { family: { members: [] } }, 'alone', 10],
  ['family', family(false), 'family-abroad', 25],
  ['family', family(true), 'with-family', 50],
  ['ties', { ties: noRelatives }, 'none', 0],
  ['ties', { ties: noRelatives, adaptability: { monthsLivedHere: 11 } }, 'none', 0],
  ['ties', { ties: noRelatives, adaptability: { monthsLivedHere: 12 } }, 'own-past', 40],
  ['ties', { ties: { ...noRelatives, bornHere: true } }, 'own-past', 40],
  ['ties', { ties: { ...noRelatives, studiedHere: true } }, 'own-past', 40],
  ['ties', { ties: { ...noRelatives, ownsHousing: true } }, 'own-past', 40],
  ['ties', relatives('other'), 'relatives', 55],
  ['ties', relatives('sibling'), 'close-family', 80],
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

  test('counts no language certificate that has run out', () => {
    const { certificate } = base.languages.english;
    const out = (validUntil: string) => ({
      languages: { english: { skill: 'good' as const, certificate: { ...certificate!, validUntil } } },
    });
    expect(rowOf('language', out('2026-05-08'))?.bucket).toBe('kazakh-intermediate-russian');
    expect(rowOf('language', out(filedOn))?.bucket).toBe('kazakh-intermediate-russian-english');
  });

  test('counts two employments at the same time once', () => {
    const [period] = worked('2020-01-01', '2022-12-01').employment.periods;
    const twice = {
      employment: { periods: [period!, { ...period!, from: '2020-06-01', to: '2023-06-01' }] },
    };
    expect(rowOf('work', twice)?.bucket).toBe('up-to-three-years');
  });

  test('of solvency asks for the amount of the day of filing', () => {
    const bucketOn = (day: string) => scoreOf(funds(5_190_240), policy, day).rows[0]?.bucket;
    expect([bucketOn('2025-12-31'), bucketOn('2026-01-01')]).toEqual(['met', 'below']);
  });

  test.each<[string, Unlike, string, number, string]>([
    ['the amount', funds(required), 'met', 80, 'bank-certificate'],
    ['twice the amount', funds(2 * required), 'met', 80, 'bank-certificate'],
    ['less', funds(required - 1), 'below', 0, 'bank-certificate'],
    ['nothing, of who is exempt', funds(0, 'ethnic-kazakh'), 'exempt', 80, 'exemption'],
    ['twice the amount, of who is exempt', funds(2 * required, 'ethnic-kazakh'), 'exempt', 80, 'exemption'],
  ])('gives from 25 November 2026 on no points for money that no bank is asked about: %s', (_, ...row) => {
    const [unlike, bucket, points, source] = row;
    const [solvency] = scoreOf(unlike, permanentPolicyOf('2026-11-25')).rows;
    expect(solvency).toMatchObject({ criterion: 'solvency', bucket, points, max: 80, source });
  });

  test('of reliability says that no registry was read', () => {
    const source = rowOf('reliability', {})?.source as keyof typeof scoreSources;
    expect(scoreSources[source]).toMatch(/read in verification only/);
  });
});

describe('a score', () => {
  test('has one row a criterion, each with its source and evidence, and is their sum', () => {
    const score = scoreOf();
    expect(score.rows.map(({ criterion, points }) => [criterion, points])).toEqual([
      ['solvency', 80],
      ['reliability', 60],
      ['language', 100],
      ['education', 90],
      ['work', 60],
      ['health', 40],
      ['family', 50],
      ['ties', 55],
    ]);
    expect(score).toMatchObject({
      table: 'demonstration-2026-02',
      formVersion: 4,
      formSha256: 'd'.repeat(64),
      total: 535,
      threshold: 400,
      passed: true,
      shortfall: [],
    });
    for (const { evidence, evidenceSha256, source } of score.rows) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidenceSha256).toMatch(/^[0-9a-f]{64}$/);
      expect(Object.keys(scoreSources)).toContain(source);
    }
  });

  test('of the strong form passes, of the weak one does not', () => {
    expect(scoreOf(strongForm).passed).toBe(true);
    expect(scoreOf(weakForm).passed).toBe(false);
  });

  /** 80 + 60 + language + 30 + 80 + 40 + family. */
  const edge = (english: boolean, members: ApplicationForm['family']['members']): Unlike => ({
    ...funds(required),
    ...spoken('B1', true, english),
    ...worked('2005-01-01', '2024-01-01'),
    family: { members },
    education: { level: 'secondary' },
    ties: noRelatives,
  });

  test('one point under the threshold is refused, at the threshold it passes', () => {
    const under = scoreOf(edge(false, family(false).family.members));
    expect(under).toMatchObject({ total: 399, passed: false });
    expect(under.shortfall.length).toBeGreaterThan(0);
    expect(scoreOf(edge(true, []))).toMatchObject({ total: 400, passed: true, shortfall: [] });
  });

  test.each([
    [399, true],
    [400, true],
    [401, false],
  ])('of four hundred against a threshold of %i: passed is %s', (threshold, passed) => {
    const scoring = { ...policy.scoring, value: { ...policy.scoring.value, threshold } };
    const score = scoreOf(edge(true, []), { ...policy, scoring });
    expect(score).toMatchObject({ total: 400, threshold, passed });
  });

  test('is the same under every policy that pins the same table', () => {
    const same = permanentPolicies.filter(({ scoring }) => scoring.value.table === 'demonstration-2026-02');
    expect(same.map(({ version }) => version)).toEqual(['2026-02-13', '2026-04-13', '2026-11-23']);
    for (const other of same) expect(scoreOf({}, other)).toEqual(scoreOf());
  });

  test('by a table that was never published is a mistake of ours', () => {
    const scoring = { ...policy.scoring, value: { table: 'secret-2027', threshold: 1 } };
    expect(() => scoreOf({}, { ...policy, scoring })).toThrow('no scoring table');
  });
});

describe('the evidence of a row', () => {
  const hashOf = (criterion: Criterion, unlike: Unlike = {}) => rowOf(criterion, unlike)?.evidenceSha256;

  /** Another answer that each row, and no other but those named, reads. */
  const others: [Unlike, Criterion[]][] = [
    [funds(1), ['solvency']],
    [{ finances: { debts: [debt] } }, ['reliability']],
    [spoken('C1', true, false), ['language']],
    [{ education: { level: 'doctorate' } }, ['education']],
    [worked('2019-01-01'), ['work']],
    [{ health: { statement: 'limited' } }, ['health']],
    [{ family: { members: [] } }, ['family']],
    [{ ties: noRelatives }, ['ties']],
    [{ adaptability: { monthsLivedHere: 4 } }, ['ties']],
    [{ personal: { birthPlace: 'Osh' }, employment: { profession: 'welder' } }, []],
    [{ intentions: { leavesCitizenship: false } }, []],
    [{ competences: { items: [] } }, []],
  ];

  test.each(others)('%j changes the hash of %j and of no other', (unlike, changed) => {
    const different = criteria.filter((criterion) => hashOf(criterion) !== hashOf(criterion, unlike));
    expect(different).toEqual(changed);
  });

  test('of another day of filing is another where the day was read', () => {
    const day = (on: string) => scoreOf({}, policy, on).rows.map(({ evidenceSha256 }) => evidenceSha256);
    const [one, other] = [day('2026-05-09'), day('2026-05-10')];
    const different = criteria.filter((_, index) => one[index] !== other[index]);
    expect(different).toEqual(['language', 'work']);
  });

  test('is named by its place, never by what stands there', () => {
    const told = JSON.stringify(scoreOf().rows);
    expect(told).toContain('/finances/fundsTenge');
    for (const word of [String(base.finances.fundsTenge), base.employment.profession, 'Sadyrkulov'])
      expect(told).not.toContain(word);
  });
});
