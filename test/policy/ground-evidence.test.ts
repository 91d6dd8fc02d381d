/** What shows a ground: each has its evidence, and evidence that came clear shows nothing. */
import { describe, expect, test } from '@jest/globals';
import { checks, permanentChecks } from '../../domain/agencies';
import type { CaseFile, CheckFile } from '../../domain/case-file';
import type { Reason } from '../../domain/events';
import { canShow, evidenceCodes, whyNotReason, type Evidence } from '../../policy/ground-evidence';
import { findArticle, refusalGrounds, type RefusalGround } from '../../policy/grounds';
import type { PermitGround } from '../../policy/permit/grounds';
import { permitGrounds } from '../../policy/permit/grounds';
import { aCaseFile, aPermitFile, permitChecks } from '../support/case-files';

const allBut = (...none: Evidence[]) =>
  evidenceCodes.filter((evidence) => !none.includes(evidence)).join(' ');

const shownBy: {
  'permanent-residence': Record<RefusalGround, string>;
  'temporary-permit': Record<PermitGround, string>;
} = {
  'permanent-residence': {
    'illegal-arrival': 'documents berkut',
    'prosecuted-at-home': 'form documents criminal-registry',
    'convict-resident-abroad': 'documents criminal-registry',
    'crimes-against-humanity': 'documents criminal-registry security-service',
    'sexual-crime-against-minor': 'documents criminal-registry',
    'no-solvency-proof': 'documents bank',
    'repeated-breaches': 'berkut criminal-registry',
    'inciting-hatred': 'criminal-registry security-service',
    'violent-change-of-order': 'criminal-registry security-service',
    'against-sovereignty': 'criminal-registry security-service',
    'extremism-or-terrorism': 'security-service',
    'unspent-conviction': 'documents criminal-registry',
    'false-data': allBut('score'),
    'documents-not-supplied': 'documents',
    'no-fingerprints': 'documents fingerprint-registry',
    'expelled-within-five-years': 'form berkut criminal-registry',
    'rights-of-others': 'documents criminal-registry security-service',
    'absent-from-the-country': 'berkut',
    'not-working-in-profession': 'documents',
    'marriage-invalid': 'documents',
    'liable-within-a-year': 'form documents criminal-registry',
    'another-application': 'migration-register',
    'national-security': 'security-service',
    'citizenship-lost-before': 'form documents',
    'language-test-failed': 'language-test',
    'score-below-threshold': 'score',
    'barring-disease': 'documents medical-registry',
    'interview-failed': 'interview',
    'interview-not-attended': 'interview',
  },
  'temporary-permit': {
    'false-data': allBut('score'),
    'documents-not-supplied': 'documents',
    overstayed: 'documents berkut criminal-registry',
    'unspent-conviction': 'documents criminal-registry',
    wanted: 'criminal-registry',
    'identity-not-shown': 'documents iin-registry fingerprint-registry',
    'ground-not-shown':
      'documents migration-register medical-registry permit-register labour-contracts kinship-register',
    'nothing-left-to-grant':
      'form documents permit-register labour-contracts insurance-register kinship-register',
    'permit-not-renewable': 'form migration-register permit-register kinship-register',
    'employer-limit': 'permit-register',
    'no-contract': 'documents labour-contracts',
    'filed-too-late': 'form documents criminal-registry permit-register',
    'no-insurance': 'documents insurance-register',
    'sponsor-without-right': 'kinship-register',
    'entry-banned': 'berkut criminal-registry',
    'national-security': 'security-service',
    'no-fingerprints': 'documents fingerprint-registry',
  },
};

const reasonOf = (ground: string, evidence: string): Reason => ({ ground, evidence, article: '' });
const asFound = (found: Partial<CheckFile>) => (file: CaseFile) =>
  Object.fromEntries(
    checks.map((check) => [
      check,
      { ...file.checks?.berkut, ...file.checks?.[check], ...found } as CheckFile,
    ]),
  );
const adverse = asFound({ result: 'adverse', codes: [], judgement: 'adverse' });
const clear = asFound({ result: 'clear', codes: [], judgement: null });

const permanent = { ...aCaseFile({ status: 'awaiting-proposal' }), policyVersion: '2026-11-24' };
const permit = { ...aPermitFile('awaiting-decision'), policyVersion: 'permit-2026-11-23' };
const ofKind = { 'permanent-residence': permanent, 'temporary-permit': permit };

/** Everything in it stands against the person. */
function against(file: CaseFile, ground: string): CaseFile {
  const outcome = ground === 'interview-not-attended' ? ('no-show' as const) : ('failed' as const);
  return {
    ...file,
    checks: adverse(file),
    score: file.score ?? permanent.score,
    testAttempts: permanent.testAttempts,
    interview: permanent.interview && { ...permanent.interview, outcome },
    documentsMissing: ['photo'],
    permit: file.permit && { ...file.permit, place: 'none-left' },
  };
}

describe.each(['permanent-residence', 'temporary-permit'] as const)('of %s', (kind) => {
  const grounds = Object.keys(shownBy[kind]);
  const own: readonly string[] = ['language-test-failed', 'score-below-threshold'];
  const annuls: readonly string[] = ['absent-from-the-country', 'not-working-in-profession'];

  test('every ground is told with its evidence', () => {
    const known = kind === 'permanent-residence' ? refusalGrounds : permitGrounds;
    expect(grounds.sort()).toEqual(Object.keys(known).sort());
    for (const ground of grounds) expect(findArticle(kind, ground)).toBeDefined();
  });

  test.each(grounds)('%s is shown by its own evidence and by no other', (ground) => {
    const shown = evidenceCodes.filter((evidence) => canShow(kind, { ground, evidence }));
    expect(shown.join(' ')).toBe((shownBy[kind] as Record<string, string>)[ground]);
    const file = against(ofKind[kind], ground);
    for (const evidence of evidenceCodes) {
      const after = annuls.includes(ground) ? 'grant' : 'filing';
      const fault = whyNotReason(file, reasonOf(ground, evidence), after);
      const expected = shown.includes(evidence) ? undefined : 'evidence-of-another-ground';
      expect([evidence, fault]).toEqual([evidence, own.includes(ground) ? 'ground-not-shown' : expected]);
    }
  });

  test('a register that answered clear shows no ground', () => {
    const file = { ...ofKind[kind], checks: clear(ofKind[kind]) };
    const claims = grounds.flatMap((ground) =>
      checks.filter((check) => canShow(kind, { ground, evidence: check })).map((check) => [ground, check]),
    );
    const carried = claims.filter(
      ([ground = '', check = '']) => whyNotReason(file, reasonOf(ground, check), 'filing') === undefined,
    );
    expect(claims.length).toBeGreaterThan(15);
    expect([...new Set(carried.map(([ground]) => ground))]).toEqual(
      kind === 'temporary-permit' ? ['nothing-left-to-grant'] : [],
    );
  });

  test('what a ground of the other kind is shown by says nothing here', () => {
    const foreign = kind === 'temporary-permit' ? 'barring-disease' : 'wanted';
    const evidence = kind === 'temporary-permit' ? 'medical-registry' : 'criminal-registry';
    expect(whyNotReason(against(ofKind[kind], foreign), reasonOf(foreign, evidence), 'filing')).toBe(
      'ground-not-shown',
    );
  });
});

describe('what was found', () => {
  const wanted = reasonOf('wanted', 'criminal-registry');
  const found = (change: Partial<CheckFile>): CaseFile => ({
    ...permit,
    checks: { ...permit.checks, 'criminal-registry': { ...permit.checks!.berkut!, ...change } },
  });

  test.each<[string, Partial<CheckFile>, string | undefined]>([
    ['against him shows it', { result: 'adverse' }, undefined],
    [
      'that was unclear, and judged adverse, shows it',
      { result: 'unclear', judgement: 'adverse' },
      undefined,
    ],
    ['clear, and judged adverse since, shows it', { result: 'clear', judgement: 'adverse' }, undefined],
    ['clear shows nothing', { result: 'clear' }, 'ground-not-shown'],
    [
      'that was unclear, and judged clear, shows nothing',
      { result: 'unclear', judgement: 'clear' },
      'ground-not-shown',
    ],
    ['nowhere yet shows nothing', { result: null }, 'ground-not-shown'],
  ])('%s', (...[, change, code]) => {
    expect(whyNotReason(found(change), wanted, 'filing')).toBe(code);
  });

  test('by an agency that was never asked shows nothing', () => {
    expect(permitChecks).not.toContain('bank');
    const reason = reasonOf('no-solvency-proof', 'bank');
    const { bank: _, ...asked } = permanent.checks ?? {};
    expect(whyNotReason({ ...permanent, checks: asked }, reason, 'filing')).toBe('ground-not-shown');
    expect(permanentChecks).toContain('bank');
  });

  test('after a grant is told by a person: every finding was clear then', () => {
    const granted = { ...permanent, checks: clear(permanent) };
    const absent = (evidence: string) =>
      whyNotReason(granted, reasonOf('absent-from-the-country', evidence), 'grant');
    expect(absent('berkut')).toBeUndefined();
    expect(absent('bank')).toBe('evidence-of-another-ground');
  });

  test.each([
    ['2026-11-23', permanent, 'national-security'],
    ['permit-2026-04-13', permit, 'wanted'],
  ])('goes on as it was told in a case under %s', (policyVersion, file, ground) => {
    const older = { ...file, policyVersion };
    expect(whyNotReason(older, reasonOf(ground, 'form'), 'filing')).toBeUndefined();
    expect(whyNotReason(file, reasonOf(ground, 'form'), 'filing')).toBe('evidence-of-another-ground');
  });
});
