/** Whether a sponsor may have the person come and live here. */
import { describe, expect, test } from '@jest/globals';
import { permitPurposes } from '../../../domain/permit';
import { sponsorKinds, type Sponsor } from '../../../domain/permit-form/sponsor';
import { whyNoSponsorRight } from '../../../policy/permit/sponsor-right';

const on = '2026-05-12';
const fault = (
  sponsor: Partial<Sponsor> | undefined,
  purpose = 'family' as (typeof permitPurposes)[number],
) => whyNoSponsorRight({ purpose, sponsor, on })?.fault;

describe('a sponsor', () => {
  test.each([
    ['2024-05-12', undefined],
    ['2024-05-13', 'resident-too-short'],
    [undefined, 'resident-too-short'],
  ])('who lives here since %s as a permanent resident: %s', (...[residentSince, expected]) => {
    expect(fault({ kind: 'permanent-resident', residentSince })).toBe(expected);
    expect(fault({ kind: 'ethnic-kazakh', residentSince })).toBe(expected);
  });

  test.each([
    ['2023-05-12', undefined],
    ['2023-05-13', 'married-too-short'],
    [undefined, 'married-too-short'],
  ])('married since %s: %s', (...[marriedOn, expected]) => {
    expect(fault({ kind: 'citizen', relation: 'spouse', marriedOn })).toBe(expected);
    expect(fault({ kind: 'citizen', relation: 'parent', marriedOn })).toBeUndefined();
  });

  test('of a family is a person, and of a missionary an organisation', () => {
    const allowed = (purpose: 'family' | 'missionary') =>
      sponsorKinds.filter(
        (kind) => fault({ kind, residentSince: '2000-01-01' }, purpose) !== 'kind-not-allowed',
      );
    expect(allowed('family')).toEqual([
      'citizen',
      'ethnic-kazakh',
      'permanent-resident',
      'business-immigrant',
    ]);
    expect(allowed('missionary')).toEqual(['organisation']);
    expect(fault(undefined)).toBe('kind-not-allowed');
  });

  test('is not asked for by other purposes', () => {
    for (const purpose of permitPurposes.filter((one) => one !== 'family' && one !== 'missionary')) {
      expect(fault(undefined, purpose)).toBeUndefined();
    }
  });

  test('who has no right is told by which rule', () => {
    const short = whyNoSponsorRight({ purpose: 'family', sponsor: { kind: 'permanent-resident' }, on });
    expect(short?.rule).toMatchObject({ value: 24, confidence: 'official' });
  });
});
