/** The dated policies: which one is in force on a day, what it says, and how sure we are of it. */
import { describe, expect, test } from '@jest/globals';
import { permanentChecks } from '../../domain/agencies';
import { stopReasons, turns } from '../../domain/events';
import { regions } from '../../domain/regions';
import { openStatuses, standing } from '../../domain/statuses';
import { articleOf, refusalGroundCodes, refusalGrounds } from '../../policy/grounds';
import { findPolicyOn, permanentPolicyOf, permitPolicyOf, policies, policyOf } from '../../policy/policies';
import { permanentPolicies } from '../../policy/permanent-policies';
import { permitPolicies } from '../../policy/permit/policies';
import { scoringTableOf } from '../../policy/scoring-tables';
import type { Rule } from '../../policy/rule';

const february = permanentPolicyOf('2026-02-13');
const april = permanentPolicyOf('2026-04-13');
const permit = permitPolicyOf('permit-2026-04-13');

const permitChecks = [
  'berkut',
  'criminal-registry',
  'iin-registry',
  'fingerprint-registry',
  'security-service',
  'migration-register',
  'medical-registry',
  'permit-register',
  'labour-contracts',
  'insurance-register',
  'kinship-register',
];

describe('the rows of whose turns the clocks of the state stand for', () => {
  test.each(policies.map((policy) => [policy.version, policy] as const))(
    'of %s are those of the fold',
    (_, policy) => {
      const { elsewhere, ...rows } = policy.clocksStandFor;
      const stated = Object.fromEntries(Object.entries(rows).map(([status, { value }]) => [status, value]));
      const standingStatuses = openStatuses.filter((status) => !standing[status].clockRuns);
      expect(stated).toEqual(
        Object.fromEntries(standingStatuses.map((status) => [status, standing[status].party])),
      );
      for (const { source, confidence } of [elsewhere, ...Object.values(rows)]) {
        expect([source.length > 20, confidence]).toEqual([true, 'assumption']);
      }
    },
  );
});

describe('the policy in force', () => {
  test.each([
    ['2025-12-31', undefined],
    ['2026-02-12', undefined],
    ['2026-02-13', '2026-02-13'],
    ['2026-03-31', '2026-02-13'],
    ['2026-04-12', '2026-02-13'],
    ['2026-04-13', '2026-04-13'],
    ['2026-11-22', '2026-04-13'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-25', '2026-11-25'],
    ['2026-12-31', '2026-11-25'],
  ])('on %s is %s', (date, version) => {
    expect(findPolicyOn('permanent-residence', date)?.version).toBe(version);
  });

  test.each([
    ['2026-04-12', undefined],
    ['2026-04-13', 'permit-2026-04-13'],
    ['2026-11-22', 'permit-2026-04-13'],
    ['2026-11-23', 'permit-2026-11-23'],
    ['2026-11-24', 'permit-2026-11-24'],
    ['2026-11-25', 'permit-2026-11-25'],
  ])('for a temporary permit on %s is %s', (date, version) => {
    expect(findPolicyOn('temporary-permit', date)?.version).toBe(version);
  });

  test('of one kind is never taken for one of the other', () => {
    expect(permit).toBe(policyOf('permit-2026-04-13'));
    expect(april).toBe(policyOf('2026-04-13'));
    expect(() => permanentPolicyOf(permit.version)).toThrow('is not about');
    expect(() => permitPolicyOf(april.version)).toThrow('is not about');
  });

  test('is found again by its version, and no other', () => {
    for (const policy of policies) expect(policyOf(policy.version)).toBe(policy);
    expect(() => policyOf('2026-04-14')).toThrow('no policy version');
  });

  test('is dated: each after the one before, each named after its first day', () => {
    for (const ofKind of [permanentPolicies, permitPolicies]) {
      const days = ofKind.map(({ validFrom }) => validFrom);
      expect(days).toEqual([...days].sort());
      expect(new Set(days).size).toBe(days.length);
      for (const { version, validFrom } of ofKind) expect(version.endsWith(validFrom)).toBe(true);
    }
    expect(new Set(policies.map(({ version }) => version)).size).toBe(policies.length);
  });
});

describe('what the law asks', () => {
  test('level A1 and 30 % in each block until 12 April 2026; then level B1', () => {
    expect([february.language.level.value, february.language.blockPercent.value]).toEqual(['A1', 30]);
    expect([april.language.level.value, april.language.blockPercent.value]).toEqual(['B1', 50]);
  });

  test('sixty items and a certificate that has not ended, of cases filed from 24 November 2026 on', () => {
    const held = permanentPolicies.map(({ version, language: { items, endedProvesNothing } }) => {
      return [version, items.value, endedProvesNothing.value];
    });
    expect(held).toEqual([
      ['2026-02-13', null, false],
      ['2026-04-13', null, false],
      ['2026-11-23', null, false],
      ['2026-11-24', 60, true],
      ['2026-11-25', 60, true],
    ]);
    const { items, endedProvesNothing } = permanentPolicyOf('2026-11-24').language;
    expect([items.confidence, endedProvesNothing.confidence]).toEqual(['press', 'press']);
  });

  test('one warning of the end of the term, and of cases filed from 24 November 2026 on one of each later end', () => {
    const again = policies.map(({ version, warnsAgain }) => [version, warnsAgain.value]);
    expect(again).toEqual([
      ['2026-02-13', false],
      ['2026-04-13', false],
      ['2026-11-23', false],
      ['2026-11-24', true],
      ['2026-11-25', true],
      ['permit-2026-04-13', false],
      ['permit-2026-11-23', true],
      ['permit-2026-11-24', true],
      ['permit-2026-11-25', true],
    ]);
  });

  test('days that were used are held against the registers in cases filed from 24 November 2026 on', () => {
    const held = permitPolicies.filter(({ daysHeld }) => daysHeld.value);
    expect(held.map(({ version }) => version)).toEqual(['permit-2026-11-24', 'permit-2026-11-25']);
  });

  test('a stay without registration is looked at in cases filed from 24 November 2026 on', () => {
    const looked = permitPolicies.filter(({ registrationLookedFor }) => registrationLookedFor.value);
    expect(looked.map(({ version }) => version)).toEqual(['permit-2026-11-24', 'permit-2026-11-25']);
  });

  test('another contract or permit than the one named is mixed into no case filed from 25 November 2026 on', () => {
    const kept = permitPolicies.map(({ version, ownContractCounts, namedPermitCounts }) => {
      return [version, ownContractCounts.value, namedPermitCounts.value];
    });
    expect(kept).toEqual(
      permitPolicies.map(({ version }) => [
        version,
        ...Array<boolean>(2).fill(version === 'permit-2026-11-25'),
      ]),
    );
  });

  test('a hearing that falls away is told in cases of the newest policies alone', () => {
    const told = policies.filter(({ hearing }) => hearing.cancellationTold.value);
    expect(told.map(({ version }) => version)).toEqual([
      '2026-11-24',
      '2026-11-25',
      'permit-2026-11-23',
      'permit-2026-11-24',
      'permit-2026-11-25',
    ]);
  });

  test('no stop extends, a grant in time ends the term, and an appointment falls with an answer: of 25 November 2026', () => {
    const again = policies.map(({ version, stopsExtend, ...rows }) => {
      const { grantEndsTerm, interview, remindsInTime, told } = rows;
      const held = [grantEndsTerm, interview.fallsWithAnswer, remindsInTime, ...Object.values(told)];
      return [version, !stopsExtend.value, ...held.map(({ value }) => value)];
    });
    const newest = ['2026-11-25', 'permit-2026-11-25'];
    expect(again).toEqual(
      policies.map(({ version }) => [version, ...Array<boolean>(7).fill(newest.includes(version))]),
    );
  });

  test('the agreement of the security service before any permanent permit: art. 49, not an assumption', () => {
    for (const { hardGates } of permanentPolicies) {
      expect(hardGates).toMatchObject({ value: ['security-service'], confidence: 'official' });
      expect(hardGates.source).toMatch(/No\. 477-IV, art\. 49/);
    }
    expect(permit.hardGates).toMatchObject({ value: [], confidence: 'assumption' });
  });

  test('three attempts, thirty days for the whole, at most twenty for each body, four hundred points', () => {
    for (const policy of permanentPolicies) {
      expect(policy.language.attempts.value).toBe(3);
      expect(policy.serviceClock.term.value).toEqual({ days: 30, unit: 'calendar-days' });
      expect(policy.serviceClock.verification.value).toEqual({ days: 20, unit: 'working-days' });
      expect(policy.scoring.value.threshold).toBe(400);
      expect(policy.certificateMonths).toMatchObject({ value: 12, confidence: 'press' });
      for (const check of permanentChecks) {
        expect(policy.checks.value[check]?.limitDays).toBeLessThanOrEqual(20);
      }
    }
  });

  test('of a temporary permit is one working day, for the office and for each body', () => {
    const { term, verification } = permit.serviceClock;
    expect([term.value, term.confidence]).toEqual([{ days: 1, unit: 'working-days' }, 'official']);
    expect(verification.value).toEqual(term.value);
    for (const { limitDays } of Object.values(permit.checks.value)) expect(limitDays).toBe(1);
    expect([permit.fetchMinutes.value, permit.onlineOnly.value]).toEqual([10, true]);
  });

  test('is filed in seven regions, and not in Almaty, Astana and Shymkent', () => {
    for (const { regions: pilot } of permanentPolicies) {
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
  /** Every row of a policy with its path, however deep it lies; and whatever is a row in nothing but name. */
  function rowsOf(value: unknown, path = ''): [string, Partial<Rule<unknown>>][] {
    if (typeof value !== 'object' || value === null) return [[path, {}]];
    if ('value' in value || 'source' in value) return [[path, value as Partial<Rule<unknown>>]];
    return Object.entries(value).flatMap(([name, inner]) =>
      rowsOf(inner, path === '' ? name : `${path}.${name}`),
    );
  }
  const dates = ['kind', 'version', 'validFrom', 'knownFrom'];
  const rows = policies.flatMap((policy) =>
    rowsOf(policy)
      .filter(([path]) => !dates.includes(path))
      .map(([path, rule]) => [`${policy.version} ${path}`, rule] as const),
  );

  test.each(rows)('says where it comes from, and how sure that is: %s', (_, rule) => {
    expect(rule).toHaveProperty('value');
    expect(rule.source?.length).toBeGreaterThan(10);
    expect(['official', 'press', 'inferred', 'assumption']).toContain(rule.confidence);
  });

  /** What domain.md lists as not found. */
  test.each([
    'turnTerms',
    'checks',
    'serviceClock.target',
    'interview.panelSize',
    'interview.quorum',
    'interview.notice',
    'interview.noShows',
    'interview.changes',
    'hearing.oral',
    'stops',
    'expiryReminderDays',
    'escalationRepeatDays',
    'outageMinutes',
    'warnsAgain',
    'hearing.cancellationTold',
    'interview.fallsWithAnswer',
    'remindsInTime',
    'told.turnEnds',
    'told.fallen',
    'told.renewal',
  ])('that no act publishes is labelled an assumption: %s', (path) => {
    for (const policy of policies) {
      expect(Object.fromEntries(rowsOf(policy))[path]?.confidence).toBe('assumption');
    }
  });

  test.each(['testResultDays', 'scoring'])('of permanent residence neither: %s', (path) => {
    for (const policy of permanentPolicies) {
      expect(Object.fromEntries(rowsOf(policy))[path]?.confidence).toBe('assumption');
    }
  });

  test.each<[string, unknown]>([
    ['hearing.notice', { days: 3, unit: 'working-days' }],
    ['hearing.objection', { days: 2, unit: 'working-days' }],
    ['complaint.filedWithinMonths', { named: 3, unnamed: 6 }],
    ['complaint.satisfied', { days: 3, unit: 'working-days' }],
    ['complaint.decided', { days: 20, unit: 'working-days' }],
    ['complaint.suspends', { refusal: true, lapse: true, annulment: true, silence: false }],
    ['extensionMonths', 2],
  ])('of the Administrative Procedural Code is official, with its article: %s', (path, value) => {
    for (const policy of policies) {
      const rule = Object.fromEntries(rowsOf(policy))[path];
      expect(rule).toMatchObject({ value, confidence: 'official' });
      expect(rule?.source).toMatch(/Administrative Procedural Code.*arts?\. \d+/);
    }
  });

  test('of the turns, the checks and the stops has a row for each of them', () => {
    for (const policy of policies) {
      expect(Object.keys(policy.turnTerms.value).sort()).toEqual([...turns].sort());
      const asked = policy.kind === 'permanent-residence' ? permanentChecks : permitChecks;
      expect(Object.keys(policy.checks.value).sort()).toEqual([...asked].sort());
      expect(Object.keys(policy.stops.value).sort()).toEqual([...stopReasons].sort());
    }
  });

  test('of the interview lets a quorum of the panel vote without a tie', () => {
    for (const { interview } of policies) {
      expect(interview.panelSize.value % 2).toBe(1);
      expect(interview.quorum.value * 2).toBeGreaterThan(interview.panelSize.value);
    }
  });

  test('of the pass mark for B1 is labelled an assumption: it is not published', () => {
    expect(april.language.blockPercent.confidence).toBe('assumption');
  });

  test('of points is labelled a demonstration', () => {
    for (const policy of permanentPolicies)
      expect(scoringTableOf(policy.scoring.value.table).demonstration).toBe(true);
  });
});

describe('the grounds of a refusal', () => {
  test('each name an article and where it was read', () => {
    for (const ground of refusalGroundCodes) {
      expect(articleOf(ground)).toBe(refusalGrounds[ground].article);
      expect(refusalGrounds[ground].article).toMatch(
        /^(art\. 49 \(1\) \d+(-\d+)?\)(, \d+\))?|pilot rules, stage \d)$/,
      );
      const { article, source, confidence } = refusalGrounds[ground];
      expect(source.length).toBeGreaterThan(10);
      expect(confidence === 'official').toBe(article.startsWith('art. 49'));
    }
  });

  test.each([
    ['illegal-arrival', 'art. 49 (1) 1)'],
    ['prosecuted-at-home', 'art. 49 (1) 1)'],
    ['convict-resident-abroad', 'art. 49 (1) 2)'],
    ['crimes-against-humanity', 'art. 49 (1) 3)'],
    ['sexual-crime-against-minor', 'art. 49 (1) 3-1)'],
    ['no-solvency-proof', 'art. 49 (1) 4)'],
    ['repeated-breaches', 'art. 49 (1) 5)'],
    ['inciting-hatred', 'art. 49 (1) 6)'],
    ['violent-change-of-order', 'art. 49 (1) 7)'],
    ['against-sovereignty', 'art. 49 (1) 8)'],
    ['unspent-conviction', 'art. 49 (1) 9)'],
    ['extremism-or-terrorism', 'art. 49 (1) 9-1)'],
    ['false-data', 'art. 49 (1) 10)'],
    ['no-fingerprints', 'art. 49 (1) 10-1)'],
    ['expelled-within-five-years', 'art. 49 (1) 11)'],
    ['rights-of-others', 'art. 49 (1) 12)'],
    ['absent-from-the-country', 'art. 49 (1) 13)'],
    ['not-working-in-profession', 'art. 49 (1) 13-2)'],
    ['marriage-invalid', 'art. 49 (1) 14)'],
    ['liable-within-a-year', 'art. 49 (1) 14-1)'],
    ['citizenship-lost-before', 'art. 49 (1) 16), 17)'],
    ['national-security', 'art. 49 (1) 14-2)'],
    ['language-test-failed', 'pilot rules, stage 1'],
    ['score-below-threshold', 'pilot rules, stage 3'],
    ['interview-failed', 'pilot rules, stage 5'],
  ] as const)('%s is %s', (ground, article) => {
    expect(articleOf(ground)).toBe(article);
  });

  test('hold every item of article 49 that was read', () => {
    const cited = Object.values(refusalGrounds).flatMap(({ article }) =>
      article.startsWith('art. 49')
        ? [...article.matchAll(/([\d-]+)\)(?:,|$)/g)].map(([, item]) => item)
        : [],
    );
    const items = '1 2 3 3-1 4 5 6 7 8 9 9-1 10 10-1 11 12 13 13-2 14 14-1 14-2 15 16 17'.split(' ');
    expect([...new Set(cited)].sort()).toEqual(items.sort());
  });
});
