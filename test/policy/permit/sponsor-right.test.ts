/** What a person hears before the filing of the sponsor that he wrote down. */
import { describe, expect, test } from '@jest/globals';
import { formFaults } from '../../../domain/form/faults';
import { permitPurposes, type PermitPurpose } from '../../../domain/permit';
import type { PermitDraft } from '../../../domain/permit-form';
import { sponsorKinds } from '../../../domain/permit-form/sponsor';
import { findSponsorRightFaults } from '../../../policy/permit/sponsor-right';
import { familySponsors, marriedMonths } from '../../../policy/permit/sponsors';

const filedOn = '2026-05-12';
const faultsOf = (sponsor: PermitDraft['sponsor'], purpose: PermitPurpose = 'family') =>
  findSponsorRightFaults({ ...(sponsor && { sponsor }) }, { purpose, filedOn });
const told = (...asked: Parameters<typeof faultsOf>) =>
  faultsOf(...asked).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a sponsor', () => {
  test.each([
    ['2024-05-12', []],
    ['2024-05-13', ['/sponsor/residentSince sponsor-resident-too-short']],
  ])('who lives here since %s as a permanent resident: %j', (...[residentSince, expected]) => {
    expect(told({ kind: 'permanent-resident', residentSince })).toEqual(expected);
  });

  test('who is an ethnic Kazakh is not turned away at the door: his two years are our own reading of the act', () => {
    expect(familySponsors['ethnic-kazakh'].residentMonths.confidence).toBe('inferred');
    expect(told({ kind: 'ethnic-kazakh', residentSince: filedOn })).toEqual([]);
  });

  test.each([
    ['2023-05-12', []],
    ['2023-05-13', ['/sponsor/marriedOn married-too-short']],
  ])('married since %s: %j', (...[marriedOn, expected]) => {
    expect(told({ kind: 'citizen', relation: 'spouse', marriedOn })).toEqual(expected);
    expect(told({ kind: 'citizen', relation: 'parent', marriedOn })).toEqual([]);
  });

  test('who lacks two things hears of both', () => {
    const since = '2026-01-01';
    const young = { relation: 'spouse', marriedOn: since, residentSince: since } as const;
    expect(told({ ...young, kind: 'permanent-resident' })).toHaveLength(2);
  });

  test('of a family is a person', () => {
    const refused = sponsorKinds.filter((kind) => told({ kind }).length > 0);
    expect(refused).toEqual(['organisation']);
    expect(told({ kind: 'organisation' })).toEqual(['/sponsor/kind sponsor-of-another-purpose']);
  });

  test('of a missionary may be anybody: who invites one is not published', () => {
    for (const kind of sponsorKinds) expect(told({ kind }, 'missionary')).toEqual([]);
  });

  test('that is not written yet, or not in full, is for the form itself to ask for', () => {
    for (const unwritten of [undefined, {}, { kind: 'none' } as const]) expect(told(unwritten)).toEqual([]);
    expect(told({ kind: 'permanent-resident', relation: 'spouse' })).toEqual([]);
  });

  test.each(permitPurposes.filter((purpose) => purpose !== 'family'))('closes no door to %s', (purpose) => {
    const marriedOn = '2026-05-01';
    for (const kind of sponsorKinds)
      expect(told({ kind, relation: 'spouse', marriedOn, residentSince: marriedOn }, purpose)).toEqual([]);
  });

  test('without the right is told by which rule, that an act says', () => {
    const young = { relation: 'spouse', marriedOn: '2026-05-01', residentSince: '2026-05-01' } as const;
    const [resident, married] = faultsOf({ ...young, kind: 'permanent-resident' });
    expect(resident?.rule).toEqual(familySponsors['permanent-resident'].residentMonths);
    expect(married?.rule).toEqual(marriedMonths);
    for (const { rule, code } of faultsOf({ ...young, kind: 'organisation' })) {
      expect(rule.confidence).toBe('official');
      expect(formFaults).toHaveProperty(code);
    }
  });
});
