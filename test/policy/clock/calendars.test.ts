/** The calendars: which weekdays are off, as they were known on a day, and the rule behind the years that nobody listed. */
import { describe, expect, test } from '@jest/globals';
import { lawDayNumber } from '../../../domain/law-day';
import {
  calendarOf,
  calendars,
  calendarYearOf,
  findCalendarOn,
  latestCalendar,
} from '../../../policy/clock/calendars';
import { weekdaysOff } from '../../../policy/clock/holidays';
import {
  addWorkingDays,
  isOfficial,
  isWorkedIn,
  isWorkingDay,
  nextWorkingDayFrom,
  workingDaysBetween,
} from '../../../policy/clock/law-calendar';

const january = 'kz-2026-01';
const march = 'kz-2026-03';
const day = (date: string) => lawDayNumber(date);
const works = (date: string, version = march) => isWorkingDay(day(date), version);

describe('which calendar was known', () => {
  test.each([
    ['on New Year’s Day of 2026', '2026-01-01', undefined],
    ['on the day the first was published', '2026-01-02', january],
    ['on the eve of the news of Constitution Day', '2026-03-17', january],
    ['on the day of that news', '2026-03-18', march],
    ['a year later', '2027-03-18', march],
  ])('%s', (_, date, version) => {
    expect(findCalendarOn(date)?.version).toBe(version);
  });

  test('the latest is the last that became known, and none is named twice', () => {
    const known = calendars.map(({ knownFrom }) => knownFrom);
    expect(known).toEqual([...known].sort());
    expect(latestCalendar()).toBe(calendars.at(-1));
    expect(new Set(calendars.map(({ version }) => version)).size).toBe(calendars.length);
  });

  test('a version that was never published is a mistake of ours', () => {
    expect(() => calendarOf('kz-2025-01')).toThrow('no calendar version kz-2025-01');
    expect(() => works('2026-05-04', 'kz-2025-01')).toThrow('no calendar version kz-2025-01');
    expect(() => works('2026-05-04', 'kz-2025-01')).toThrow('no calendar version kz-2025-01');
  });
});

describe('a day', () => {
  test.each<[string, string, boolean, boolean]>([
    ['Monday, 31 August 2026, after a Constitution Day on a Sunday', '2026-08-31', false, true],
    ['Monday, 30 August 2027', '2027-08-30', false, true],
    ['Monday, 15 March 2027', '2027-03-15', true, false],
    ['Friday, 15 March 2030, in no calendar yet', '2030-03-15', true, false],
    ['Kurban Ait of 2026', '2026-05-27', false, false],
    ['the day after Kurban Ait', '2026-05-28', true, true],
    ['Orthodox Christmas', '2026-01-07', false, false],
    ['the Wednesday to which Nauryz moved', '2026-03-25', false, false],
    ['the Thursday after it', '2026-03-26', true, true],
    ['Monday, 11 May 2026, for Victory Day on a Saturday', '2026-05-11', false, false],
    ['a Saturday', '2026-06-20', false, false],
    ['a Sunday', '2026-06-21', false, false],
    ['a Monday', '2026-06-22', true, true],
    ['1 September 2025, for Constitution Day on a Saturday', '2025-09-01', false, false],
    ['29 February 2028, a Tuesday', '2028-02-29', true, true],
    ['New Year’s Day of 2028, a Saturday', '2028-01-01', false, false],
    ['Monday, 3 January 2028, to which it moved', '2028-01-03', false, false],
    ['Tuesday, 4 January 2028, to which 2 January moved', '2028-01-04', false, false],
    ['Wednesday, 5 January 2028', '2028-01-05', true, true],
  ])('%s is worked in the calendar of January: %s %s, of March: %s', (_, date, inJanuary, inMarch) => {
    expect([works(date, january), works(date, march)]).toEqual([inJanuary, inMarch]);
  });

  test.each([
    ['before any case', '2019-12-31'],
    ['in another century', '2200-01-01'],
    ['that is none', 'tomorrow'],
  ])('%s has no calendar, and is not counted in silence', (_, date) => {
    expect(() => works(date)).toThrow('no calendar reaches');
  });
});

describe('a year', () => {
  test('2026 has 247 working days in the calendar of March, and one less in that of January', () => {
    const [eve, end] = [day('2025-12-31'), day('2026-12-31')];
    expect(workingDaysBetween(eve, end, march)).toBe(247);
    expect(workingDaysBetween(eve, end, january)).toBe(246);
  });

  test.each(
    calendars.flatMap((calendar) => [2025, 2026, 2027].map((year) => [calendar.version, year] as const)),
  )('in %s, %s is listed as the rule would compute it', (version, year) => {
    const calendar = calendarOf(version);
    expect(weekdaysOff(year, calendar.rule)).toEqual(calendar.years[year]?.daysOff);
  });

  test.each([
    [2025, false],
    [2026, true],
    [2027, false],
    [2028, false],
    [2024, false],
  ])('%s is official: %s', (year, official) => {
    expect(isOfficial(day(`${year}-07-01`), march)).toBe(official);
    expect(calendarYearOf(latestCalendar(), year).source).not.toBe('');
  });
});

test('a swap by the Government gives a Monday away and works a Saturday for it', () => {
  const swapped = {
    ...calendarYearOf(latestCalendar(), 2028),
    daysOff: ['2028-03-06'],
    workingDays: ['2028-03-04'],
  };
  const worked = ['2028-03-04', '2028-03-05', '2028-03-06', '2028-03-07'].map((date) =>
    isWorkedIn(swapped, day(date)),
  );
  expect(worked).toEqual([true, false, false, true]);
});

describe('counting', () => {
  test.each([
    ['from a Friday on', '2026-06-19', 1, '2026-06-22'],
    ['over a holiday', '2026-07-03', 1, '2026-07-07'],
    ['over Nauryz', '2026-03-20', 1, '2026-03-26'],
    ['twenty from a Monday', '2026-06-01', 20, '2026-06-29'],
    ['over the New Year, into a year that nobody listed', '2027-12-30', 3, '2028-01-06'],
    ['none', '2026-06-20', 0, '2026-06-20'],
  ])('%s', (_, from, n, end) => {
    expect(addWorkingDays(day(from), n, march)).toBe(day(end));
    expect(workingDaysBetween(day(from), day(end), march)).toBe(n);
  });

  test('backwards counts nothing', () => {
    expect(workingDaysBetween(day('2026-06-29'), day('2026-06-01'), march)).toBe(0);
  });

  test('the next working day from a working day is that day', () => {
    expect(nextWorkingDayFrom(day('2026-06-22'), march)).toBe(day('2026-06-22'));
    expect(nextWorkingDayFrom(day('2026-06-20'), march)).toBe(day('2026-06-22'));
  });

  test('a span is the sum of its days, wherever it is cut', () => {
    const [from, until] = [day('2024-11-20'), day('2029-02-10')];
    let sum = 0;
    for (let each = from + 1; each <= until; each += 1) {
      if (isWorkingDay(each, march)) sum += 1;
      expect(workingDaysBetween(from, each, march)).toBe(sum);
    }
  });
});
