/** Solvency: the amount of the day of filing, computed, and who need not show it. */
import { describe, expect, test } from '@jest/globals';
import { solvencyExemptions } from '../../domain/form/finances';
import { mciOn } from '../../policy/mci';
import { exemptions, isExempt, requiredFunds } from '../../policy/solvency';

describe('the monthly calculation index', () => {
  test.each([
    ['2025-01-01', 3932, 'press'],
    ['2025-12-31', 3932, 'press'],
    ['2026-01-01', 4325, 'official'],
    ['2026-12-31', 4325, 'official'],
    ['2027-01-01', 4325, 'assumption'],
    ['2031-06-01', 4325, 'assumption'],
  ])('on %s is %i tenge (%s)', (...[date, value, confidence]) => {
    expect(mciOn(date)).toMatchObject({ value, confidence });
  });

  test('before 2025 is not known, and never guessed', () => {
    expect(() => mciOn('2024-12-31')).toThrow('no monthly calculation index');
  });
});

describe('the amount', () => {
  test.each([
    ['2025-12-31', 5_190_240, 'press'],
    ['2026-01-01', 5_709_000, 'official'],
    ['2026-05-09', 5_709_000, 'official'],
    ['2027-01-01', 5_709_000, 'assumption'],
  ])('filed on %s is %i tenge (%s)', (...[date, value, confidence]) => {
    expect(requiredFunds(date)).toMatchObject({ value, confidence });
  });

  test('names both of its sources', () => {
    expect(requiredFunds('2026-05-09').source).toMatch(/1320 x 4325 tenge: order .*531.*; budget law/);
  });

  test('is none before the order', () => {
    expect(() => requiredFunds('2023-06-29')).toThrow('no amount of solvency');
  });
});

describe('an exemption', () => {
  test.each(solvencyExemptions.filter((each) => each !== 'none'))('is given to %s', (category) => {
    expect(isExempt(category)).toBe(true);
  });

  test('is nobody’s without a category, and each stands in the law', () => {
    expect(isExempt('none')).toBe(false);
    for (const { source, confidence } of Object.values(exemptions)) {
      expect([source, confidence]).toEqual([expect.stringContaining('art. 49, p. 4'), 'official']);
    }
  });
});
