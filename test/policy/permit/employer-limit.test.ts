/** How many valid permits an employer may hold at once, and how many places are left. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { employerLimitOn, placesLeft } from '../../../policy/permit/employer-limit';
import { anEmployer, anIndividual } from '../../support/permit-forms';

const on = '2026-05-12';

describe('the limit', () => {
  test('of an organisation and of an individual are assumptions that give their reasons', () => {
    const organisation = employerLimitOn(on, anEmployer);
    const individual = employerLimitOn(on, anIndividual);
    expect([organisation.value, individual.value]).toEqual([50, 5]);
    for (const { confidence, source } of [organisation, individual]) {
      expect(confidence).toBe('assumption');
      expect(source.length).toBeGreaterThan(60);
    }
    expect(individual.source).toContain('art. 43-2');
  });

  test('is dated', () => {
    expect(employerLimitOn('2026-01-01', anEmployer).value).toBe(50);
    expect(() => employerLimitOn('2025-12-31', anEmployer)).toThrow('no employer limit');
  });
});

describe('places', () => {
  test.each([
    [anEmployer, 0, 0, 50],
    [anEmployer, 30, 19, 1],
    [anEmployer, 30, 20, 0],
    [anEmployer, 70, 0, 0],
    [anIndividual, 4, 0, 1],
    [anIndividual, 4, 1, 0],
  ])('of %s with %i elsewhere and %i taken: %i left', (...[bin, heldElsewhere, taken, left]) => {
    expect(placesLeft({ bin, on, heldElsewhere, taken })).toBe(left);
  });

  test('are never fewer than none, and one more taken is never more left', () => {
    const counts = fc.nat(200);
    fc.assert(
      fc.property(fc.constantFrom(anEmployer, anIndividual), counts, counts, (bin, heldElsewhere, taken) => {
        const left = placesLeft({ bin, on, heldElsewhere, taken });
        expect(left).toBeGreaterThanOrEqual(0);
        const next = placesLeft({ bin, on, heldElsewhere, taken: taken + 1 });
        expect(next).toBe(Math.max(0, left - 1));
      }),
    );
  });
});
