/** The calendar of the law: days end at midnight at UTC+5, and terms with the end of their last day. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dateOfDayNumber,
  endOfLawDay,
  endOfTerm,
  lawDate,
  lawDayNumber,
  oneYearAfter,
  shiftDays,
} from '../../domain/law-day';

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the law’s date of an instant', () => {
  test.each([
    ['the last millisecond before midnight', '2026-05-04T18:59:59.999Z', '2026-05-04'],
    ['midnight itself', '2026-05-04T19:00:00.000Z', '2026-05-05'],
    ['the first millisecond after midnight', '2026-05-04T19:00:00.001Z', '2026-05-05'],
    ['midnight in Greenwich', '2026-05-05T00:00:00.000Z', '2026-05-05'],
    ['the last moment of February in a leap year', '2028-02-28T18:59:59.999Z', '2028-02-28'],
    ['the first moment of the leap day', '2028-02-28T19:00:00.000Z', '2028-02-29'],
    ['the first moment after the leap day', '2028-02-29T19:00:00.000Z', '2028-03-01'],
    ['New Year’s Eve at UTC+5', '2026-12-31T19:00:00.000Z', '2027-01-01'],
    ['the day of 2024 on which the clocks were set back', '2024-02-29T18:30:00.000Z', '2024-02-29'],
  ])('%s', (_, instant, date) => {
    expect(lawDate(instant)).toBe(date);
  });

  test('is the one its day number names', () => {
    fc.assert(fc.property(instants, (at) => expect(dateOfDayNumber(lawDayNumber(at))).toBe(lawDate(at))));
  });

  test('does not depend on how the instant is written', () => {
    expect(lawDate('2026-05-05T00:00:00+05:00')).toBe('2026-05-05');
    expect(lawDate('2026-05-04T19:00:00Z')).toBe('2026-05-05');
  });
});

describe('the end of a day', () => {
  test('is the first instant of the next', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const end = endOfLawDay(lawDayNumber(at));
        expect(lawDayNumber(end)).toBe(lawDayNumber(at) + 1);
        expect(lawDayNumber(new Date(Date.parse(end) - 1).toISOString())).toBe(lawDayNumber(at));
        expect(at < end).toBe(true);
      }),
    );
  });
});

describe('the end of a term', () => {
  test.each([
    [
      'ten days from a morning',
      { from: '2026-05-04T05:00:00.000Z', days: 10, end: '2026-05-14T19:00:00.000Z' },
    ],
    [
      'the same from late that evening',
      { from: '2026-05-04T18:59:59.999Z', days: 10, end: '2026-05-14T19:00:00.000Z' },
    ],
    [
      'a day later from after midnight',
      { from: '2026-05-04T19:00:00.000Z', days: 10, end: '2026-05-15T19:00:00.000Z' },
    ],
    ['over the leap day', { from: '2028-02-28T05:00:00.000Z', days: 2, end: '2028-03-01T19:00:00.000Z' }],
    [
      'over February’s end in another year',
      { from: '2027-02-28T05:00:00.000Z', days: 2, end: '2027-03-02T19:00:00.000Z' },
    ],
    [
      'a term of no days ends with its own day',
      { from: '2026-05-04T05:00:00.000Z', days: 0, end: '2026-05-04T19:00:00.000Z' },
    ],
  ])('%s', (_, { from, days, end }) => {
    expect(endOfTerm(from, days)).toBe(end);
  });

  test('is the same from every instant of one day', () => {
    fc.assert(
      fc.property(instants, instants, fc.nat(400), (a, b, days) => {
        const sameDay = lawDayNumber(a) === lawDayNumber(b);
        expect(endOfTerm(a, days) === endOfTerm(b, days)).toBe(sameDay);
      }),
    );
  });
});

test('days of twenty-four hours move an instant forth and back', () => {
  expect(shiftDays('2026-05-04T05:00:00.000Z', 5)).toBe('2026-05-09T05:00:00.000Z');
  expect(shiftDays('2026-05-04T05:00:00.000Z', -5)).toBe('2026-04-29T05:00:00.000Z');
});

test.each([
  ['2026-05-16', '2027-05-16'],
  ['2027-02-28', '2028-02-28'],
  ['2028-02-29', '2029-02-28'],
  ['2026-12-31', '2027-12-31'],
])('a year after %s is %s', (date, later) => {
  expect(oneYearAfter(date)).toBe(later);
});
