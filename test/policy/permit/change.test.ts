/** What becomes of a permit when its holder leaves or dies, or when its ground is gone. */
import { describe, expect, test } from '@jest/globals';
import { changeKinds, permitPurposes, type ChangeKind, type PermitPurpose } from '../../../domain/permit';
import { lossCounting, monthsAfterLoss, outcomeOfChange } from '../../../policy/permit/change';
import { confidences } from '../../../policy/rule';

const happenedOn = '2026-08-31';
const validFrom = '2026-05-13';
const validUntil = '2028-05-12';
const after = (kind: ChangeKind, purpose: PermitPurpose, unlike = {}) =>
  outcomeOfChange({ kind, purpose, happenedOn, validFrom, validUntil, ...unlike });

const work: PermitPurpose[] = ['work-with-permit', 'work-without-permit', 'eaeu-work'];
const table: Record<ChangeKind, { ends: PermitPurpose[]; shortens: PermitPurpose[] }> = {
  'left-the-country': { ends: [...permitPurposes], shortens: [] },
  died: { ends: [...permitPurposes], shortens: [] },
  'marriage-ended': { ends: [], shortens: ['family'] },
  'contract-ended': { ends: work, shortens: [] },
  'sponsor-lost': { ends: [], shortens: ['family', 'study', 'treatment', 'missionary'] },
};

const cells = changeKinds.flatMap((kind) => permitPurposes.map((purpose) => [kind, purpose] as const));

describe('a change', () => {
  test.each(cells)('%s, of a permit for %s, does what its row says', (kind, purpose) => {
    const { effect, lastDay, rule } = after(kind, purpose);
    const { ends, shortens } = table[kind];
    const expected = ends.includes(purpose) ? 'ends' : shortens.includes(purpose) ? 'shortens' : 'nothing';
    const lastDays = { ends: happenedOn, shortens: '2027-02-28', nothing: validUntil };
    expect([effect, lastDay]).toEqual([expected, lastDays[expected]]);
    expect(rule === null).toBe(expected === 'nothing');
    if (rule !== null) {
      expect(rule.source.length).toBeGreaterThan(30);
      expect(confidences).toContain(rule.confidence);
    }
  });

  test.each([
    ['2026-09-01', 'never-begins'],
    ['2026-08-31', 'ends'],
  ])('before the first day, %s: the permit %s', (first, effect) => {
    expect(after('died', 'study', { validFrom: first })).toMatchObject({ effect, lastDay: happenedOn });
  });

  test('before the first day that leaves time beyond it shortens as ever', () => {
    const outcome = after('marriage-ended', 'family', { validFrom: '2026-09-15' });
    expect(outcome).toMatchObject({ effect: 'shortens', lastDay: '2027-02-28' });
  });

  test.each(['marriage-ended', 'sponsor-lost'] as const)('%s cites article 28', (kind) => {
    expect(after(kind, 'family')).toMatchObject({ article: 'art. 28', rule: { confidence: 'official' } });
    expect(monthsAfterLoss.value).toBe(6);
  });

  test.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-06-01', '2026-11-30'],
  ])('that took the ground on %s leaves six months, until %s', (...[on, lastDay]) => {
    expect(after('marriage-ended', 'family', { happenedOn: on })).toMatchObject({
      effect: 'shortens',
      lastDay,
    });
    expect(lossCounting.confidence).toBe('assumption');
  });

  test.each([
    ['2027-03-01', 'shortens', '2027-02-28'],
    ['2027-02-28', 'nothing', '2027-02-28'],
    ['2026-12-31', 'nothing', '2026-12-31'],
  ])('never makes a permit until %s longer: %s', (...[until, effect, lastDay]) => {
    expect(after('sponsor-lost', 'family', { validUntil: until })).toMatchObject({ effect, lastDay });
  });

  test('that comes on the last day or later takes nothing', () => {
    expect(after('died', 'study', { validUntil: happenedOn })).toMatchObject({ effect: 'nothing' });
    expect(after('died', 'study', { validUntil: '2026-09-01' })).toMatchObject({
      effect: 'ends',
      lastDay: happenedOn,
    });
  });
});
