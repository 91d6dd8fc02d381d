/** Whose fingerprints are asked for: of those who are sixteen on the day of the application. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { checks } from '../../domain/agencies';
import {
  checksFor,
  codesOfNotDue,
  fingerprintAge,
  isFingerprintDue,
  whyNotDue,
} from '../../policy/checks-due';

describe('fingerprints', () => {
  test.each<[string, string, string, boolean]>([
    ['on the eve of the sixteenth birthday', '2010-05-09', '2026-05-08', false],
    ['on the sixteenth birthday', '2010-05-09', '2026-05-09', true],
    ['a day later', '2010-05-09', '2026-05-10', true],
    ['at eighty', '1946-05-09', '2026-05-09', true],
    ['as a baby', '2026-05-01', '2026-05-09', false],
    ['born on a leap day, on 29 February of a leap year', '2012-02-29', '2028-02-29', true],
    ['born on a leap day, the day before', '2012-02-29', '2028-02-28', false],
  ])('%s', (_, bornOn, on, due) => {
    expect(isFingerprintDue(bornOn, on)).toBe(due);
  });

  test('are an official rule, which says where it was read', () => {
    expect(fingerprintAge).toMatchObject({ value: 16, confidence: 'official' });
    expect(fingerprintAge.source).toContain('730');
  });
});

describe('the checks of a person', () => {
  const filedOn = '2026-05-09';
  const timur = { ...people.timur.person, exemption: 'none' as const };
  const mirlan = { ...people.mirlan.personOn(filedOn), exemption: 'none' as const };

  test('from sixteen on are all of them', () => {
    expect(checksFor(timur, filedOn)).toEqual(checks);
    for (const check of checks) expect(whyNotDue(check, timur, filedOn)).toBeUndefined();
  });

  test('under sixteen are all but the fingerprints, and the rule has a code', () => {
    const without = checks.filter((check) => check !== 'fingerprint-registry');
    expect(checksFor(mirlan, filedOn)).toEqual(without);
    expect(whyNotDue('fingerprint-registry', mirlan, filedOn)).toBe('under-sixteen');
  });

  test('of one whom the law frees from the proof are all but the bank', () => {
    const exempt = { ...timur, exemption: 'ethnic-kazakh' as const };
    expect(checksFor(exempt, filedOn)).toEqual(checks.filter((check) => check !== 'bank'));
    expect(whyNotDue('bank', exempt, filedOn)).toBe('exempt-from-solvency');
  });

  test.each([
    ['an ethnic Kazakh', { exemption: 'ethnic-kazakh' }, ['ethnic-kazakh']],
    [
      'the family of one',
      { exemption: 'family-of-exempt', sponsorExemption: 'ethnic-kazakh' },
      ['family-of-ethnic-kazakh'],
    ],
    [
      'the family of a former compatriot',
      { exemption: 'family-of-exempt', sponsorExemption: 'former-compatriot' },
      [],
    ],
    ['a former compatriot', { exemption: 'former-compatriot' }, []],
  ] as const)('of %s say so beside the rule where grounds hang on it', (_, claimed, said) => {
    expect(codesOfNotDue('bank', { ...timur, ...claimed }, filedOn)).toEqual([
      'exempt-from-solvency',
      ...said,
    ]);
    expect(codesOfNotDue('berkut', { ...timur, ...claimed }, filedOn)).toBeUndefined();
    expect(codesOfNotDue('fingerprint-registry', { ...mirlan, ...claimed }, filedOn)).toEqual([
      'under-sixteen',
    ]);
  });
});
