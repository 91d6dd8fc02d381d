/** Until when a permit may be renewed: the last day of each rule, and the day after it. */
import { describe, expect, test } from '@jest/globals';
import { readFilingWindow, windowTermsOn } from '../../../policy/permit/window';

const renewal = (currentUntil: string | null, filedOn: string, finedOn: string | null = null) =>
  readFilingWindow({ filing: 'renewal', currentUntil, finedOn, filedOn });

describe('a renewal', () => {
  test.each([
    ['long before the end', '2026-05-20', '2026-01-01', 'before-the-end', '2026-05-20'],
    ['on the last day', '2026-05-20', '2026-05-20', 'before-the-end', '2026-05-20'],
    ['the day after', '2026-05-20', '2026-05-21', 'ten-days-after', '2026-05-30'],
    ['on the tenth day', '2026-05-20', '2026-05-30', 'ten-days-after', '2026-05-30'],
    ['on the tenth day over the end of a year', '2026-12-25', '2027-01-04', 'ten-days-after', '2027-01-04'],
    ['on the tenth day over 29 February', '2028-02-20', '2028-03-01', 'ten-days-after', '2028-03-01'],
    ['on the tenth day of a common February', '2027-02-20', '2027-03-02', 'ten-days-after', '2027-03-02'],
    ['on a tenth day that is a Sunday', '2026-05-21', '2026-05-31', 'ten-days-after', '2026-05-31'],
  ])('%s is in time', (...[, currentUntil, filedOn, rule, lastDay]) => {
    expect(renewal(currentUntil, filedOn)).toEqual({ ok: true, window: { rule, lastDay } });
  });

  test.each([
    ['2026-05-20', '2026-05-31', '2026-05-30'],
    ['2028-02-20', '2028-03-02', '2028-03-01'],
    ['2027-02-20', '2027-03-03', '2027-03-02'],
    ['2026-05-21', '2026-06-01', '2026-05-31'],
  ])('of a permit until %s on %s is too late', (...[currentUntil, filedOn, lastDay]) => {
    expect(renewal(currentUntil, filedOn)).toEqual({ ok: false, rule: 'ten-days-after', lastDay });
  });

  test('of no permit is no renewal', () => {
    expect(renewal(null, '2026-05-20')).toEqual({ ok: false, rule: 'before-the-end', lastDay: null });
  });
});

describe('a fine without an expulsion', () => {
  test.each([
    ['on its own day', '2026-06-20', '2026-06-20'],
    ['on the fifteenth day', '2026-06-20', '2026-07-05'],
  ])('lets the person file %s', (...[, finedOn, filedOn]) => {
    expect(renewal('2026-05-20', filedOn, finedOn)).toEqual({
      ok: true,
      window: { rule: 'fifteen-days-after-a-fine', lastDay: '2026-07-05' },
    });
  });

  test('lets nobody file on the sixteenth day', () => {
    expect(renewal('2026-05-20', '2026-07-06', '2026-06-20')).toEqual({
      ok: false,
      rule: 'fifteen-days-after-a-fine',
      lastDay: '2026-07-05',
    });
  });

  test('is not needed in the ten days', () => {
    expect(renewal('2026-05-20', '2026-05-25', '2026-05-22')).toEqual({
      ok: true,
      window: { rule: 'ten-days-after', lastDay: '2026-05-30' },
    });
  });

  test.each([
    ['before the stay ended', '2026-05-20'],
    ['after the filing', '2026-06-02'],
  ])('decided %s is not the one that is meant', (...[, finedOn]) => {
    expect(renewal('2026-05-20', '2026-06-01', finedOn)).toEqual({
      ok: false,
      rule: 'ten-days-after',
      lastDay: '2026-05-30',
    });
  });

  test('takes nothing: where the ten days end later than the fifteen they count', () => {
    expect(renewal('2026-05-20', '2026-06-06', '2026-05-21')).toMatchObject({ lastDay: '2026-06-05' });
  });
});

test.each([null, '2020-01-01', '2030-01-01'])('a first filing has no last day (permit until %s)', (until) => {
  const read = readFilingWindow({ filing: 'issue', currentUntil: until, filedOn: '2026-05-20' });
  expect(read).toEqual({ ok: true, window: { rule: 'first-filing', lastDay: null } });
});

describe('the rules', () => {
  test('are dated, and there are none before the first', () => {
    expect(windowTermsOn('2026-01-01').graceDays.value).toBe(10);
    expect(() => windowTermsOn('2025-12-31')).toThrow('no filing window');
  });

  test('say where they were read, and that the earliest day is not published', () => {
    const { earliestDays, graceDays, fineDays, movesOn, fineAfterEnd } = windowTermsOn('2026-11-23');
    expect([graceDays.confidence, fineDays.confidence]).toEqual(['press', 'press']);
    expect([earliestDays.value, earliestDays.confidence]).toEqual([null, 'assumption']);
    for (const { source } of [earliestDays, graceDays, fineDays, movesOn, fineAfterEnd]) {
      expect(source.length).toBeGreaterThan(40);
    }
  });
});
