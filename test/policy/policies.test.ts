/** The dated policies: which one is in force on a day, what it says, and how sure we are of it. */
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../domain/agencies';
import { regions } from '../../domain/regions';
import { articleOf, refusalGroundCodes, refusalGrounds } from '../../policy/grounds';
import { findPolicyOn, policies, policyOf, type Policy } from '../../policy/policies';
import { scoringTableOf } from '../../policy/scoring-tables';
import type { Rule } from '../../policy/rule';

const february = policyOf('2026-02-13');
const april = policyOf('2026-04-13');

describe('the policy in force', () => {
  test.each([
    ['2025-12-31', undefined],
    ['2026-02-12', undefined],
    ['2026-02-13', '2026-02-13'],
    ['2026-03-31', '2026-02-13'],
    ['2026-04-12', '2026-02-13'],
    ['2026-04-13', '2026-04-13'],
    ['2026-11-22', '2026-04-13'],
  ])('on %s is %s', (date, version) => {
    expect(findPolicyOn(date)?.version).toBe(version);
  });

  test('is found again by its version, and no other', () => {
    for (const policy of policies) expect(policyOf(policy.version)).toBe(policy);
    expect(() => policyOf('2026-04-14')).toThrow('no policy version');
  });

  test('is dated: each after the one before, each named after its first day', () => {
    const days = policies.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...days].sort());
    expect(new Set(days).size).toBe(days.length);
    expect(policies.map(({ version }) => version)).toEqual(days);
  });
});

describe('what the law asks', () => {
  test('level A1 and 30 % in each block until 12 April 2026; then level B1', () => {
    expect([february.language.level.value, february.language.blockPercent.value]).toEqual(['A1', 30]);
    expect([april.language.level.value, april.language.blockPercent.value]).toEqual(['B1', 50]);
  });

  test('three attempts, thirty days for the whole, at most twenty for each body, four hundred points', () => {
    for (const policy of policies) {
      expect(policy.language.attempts.value).toBe(3);
      expect(policy.serviceClock.termDays.value).toBe(30);
      expect(policy.scoring.value.threshold).toBe(400);
      for (const check of checks) expect(policy.checks.value[check].limitDays).toBeLessThanOrEqual(20);
    }
  });

  test('is filed in seven regions, and not in Almaty, Astana and Shymkent', () => {
    for (const { regions: pilot } of policies) {
      expect([...pilot.value].sort()).toEqual([
        'abai',
        'akmola',
        'east-kazakhstan',
        'kostanay',
        'north-kazakhstan',
        'pavlodar',
        'ulytau',
      ]);
      expect(regions.filter((region) => !pilot.value.includes(region))).toEqual([
        'almaty-city',
        'astana',
        'shymkent',
      ]);
    }
  });

  test('is waited for as long as its row says, and says why', () => {
    const terms = Object.entries(april.checks.value).map(
      ([check, { limitDays, chaseAfterDays, because }]) => {
        expect(because.length).toBeGreaterThan(10);
        return [check, limitDays, ...chaseAfterDays];
      },
    );
    expect(terms).toEqual([
      ['berkut', 20, 7, 14],
      ['criminal-registry', 20, 7, 14],
      ['iin-registry', 20, 7, 14],
      ['fingerprint-registry', 20, 7, 14],
      ['security-service', 20, 10, 15],
      ['migration-register', 10, 3, 7],
      ['bank', 15, 5, 10],
      ['medical-registry', 10, 3, 7],
    ]);
  });

  test('is chased before it is given up', () => {
    for (const policy of policies) {
      for (const { limitDays, chaseAfterDays } of Object.values(policy.checks.value)) {
        expect([...chaseAfterDays, limitDays]).toEqual([...chaseAfterDays, limitDays].sort((a, b) => a - b));
      }
    }
  });
});

describe('every rule', () => {
  const rulesOf = ({ language, serviceClock, ...policy }: Policy): Record<string, Rule<unknown>> => ({
    ...language,
    ...serviceClock,
    regions: policy.regions,
    turnDays: policy.turnDays,
    testResultDays: policy.testResultDays,
    checks: policy.checks,
    scoring: policy.scoring,
    documents: policy.documents,
  });

  test('says where it comes from, and how sure that is', () => {
    for (const policy of policies) {
      for (const rule of Object.values(rulesOf(policy))) {
        expect(rule.source.length).toBeGreaterThan(10);
        expect(['official', 'press', 'inferred', 'assumption']).toContain(rule.confidence);
      }
    }
  });

  test.each(['turnDays', 'testResultDays', 'checks', 'warnDaysBefore', 'scoring'])(
    'that no act publishes is labelled an assumption: %s',
    (name) => {
      for (const policy of policies) expect(rulesOf(policy)[name]?.confidence).toBe('assumption');
    },
  );

  test('of the pass mark for B1 is labelled an assumption: it is not published', () => {
    expect(april.language.blockPercent.confidence).toBe('assumption');
  });

  test('of points is labelled a demonstration', () => {
    for (const policy of policies)
      expect(scoringTableOf(policy.scoring.value.table).demonstration).toBe(true);
  });
});

describe('the grounds of a refusal', () => {
  test('each name an article and where it was read', () => {
    for (const ground of refusalGroundCodes) {
      expect(articleOf(ground)).toBe(refusalGrounds[ground].article);
      expect(refusalGrounds[ground].article).toMatch(/^(art\. 49 \(1\) \d+(-\d+)?\)|pilot rules, stage \d)$/);
      expect(refusalGrounds[ground].source).not.toBe('');
    }
  });

  test.each([
    ['no-solvency-proof', 'art. 49 (1) 4)'],
    ['repeated-breaches', 'art. 49 (1) 5)'],
    ['unspent-conviction', 'art. 49 (1) 9)'],
    ['false-data', 'art. 49 (1) 10)'],
    ['no-fingerprints', 'art. 49 (1) 10-1)'],
    ['expelled-within-five-years', 'art. 49 (1) 11)'],
    ['national-security', 'art. 49 (1) 14-2)'],
    ['language-test-failed', 'pilot rules, stage 1'],
    ['score-below-threshold', 'pilot rules, stage 3'],
    ['interview-failed', 'pilot rules, stage 5'],
  ] as const)('%s is %s', (ground, article) => {
    expect(articleOf(ground)).toBe(article);
    expect(refusalGroundCodes).toHaveLength(10);
  });
});
