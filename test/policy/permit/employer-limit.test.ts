/** How many valid permits an employer may hold at once. */
import { describe, expect, test } from '@jest/globals';
import { employerLimitOn } from '../../../policy/permit/employer-limit';
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
