/** A clock as a caseworker would count it on a wall calendar: one sentence of the law after the other. */
import { describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../../domain/clock';
import { latestStartOf } from '../../../policy/clock/latest-start';
import { readLedger, type Term } from '../../../policy/clock/read-ledger';
import { aLedger, anExtension, aStop, calendarDays, morning, start, workingDays } from './ledgers';

const calendar = 'kz-2026-03';
const read = (ledger: Ledger, term: Term, date: string) =>
  readLedger(ledger, term, { at: morning(date), calendar });
const dueOn = (ledger: Ledger, term: Term, version = calendar) =>
  readLedger(ledger, term, { at: ledger.startedAt, calendar: version }).dueOn;
const from = (date: string) => aLedger({ startedAt: morning(date) });

describe('a clock that runs', () => {
  test('says everything about itself', () => {
    expect(read(aLedger(), workingDays(20), '2026-06-05')).toEqual({
      termDays: 20,
      unit: 'working-days',
      daysUsed: 4,
      daysLeft: 16,
      running: true,
      lastStartOn: '2026-06-01',
      reachedOn: '2026-06-29',
      dueOn: '2026-06-29',
      dueAt: '2026-06-29T19:00:00.000Z',
      official: true,
    });
  });

  test.each<[string, string, Term, string]>([
    ['thirty calendar days from Monday, 1 June', '2026-06-01', calendarDays(30), '2026-07-01'],
    ['a last day on a Saturday moves to Monday', '2026-06-01', calendarDays(12), '2026-06-15'],
    ['a last day on a Sunday moves to Monday', '2026-06-01', calendarDays(13), '2026-06-15'],
    ['a last day before Nauryz moves over all of it', '2026-03-01', calendarDays(20), '2026-03-26'],
    ['one that begins on a Saturday counts from Sunday', '2026-06-06', calendarDays(2), '2026-06-08'],
    ['one working day from a Friday', '2026-06-05', workingDays(1), '2026-06-08'],
    ['one working day from a Saturday', '2026-06-06', workingDays(1), '2026-06-08'],
    ['twenty working days over three holidays of May', '2026-04-30', workingDays(20), '2026-06-03'],
    ['a term into a year that nobody has listed', '2027-12-20', calendarDays(14), '2028-01-05'],
  ])('%s', (_, startedOn, term, end) => {
    expect(dueOn(from(startedOn), term)).toBe(end);
  });

  test('ends where the calendar of its case says, whatever became known since', () => {
    expect(dueOn(from('2026-08-03'), workingDays(20), 'kz-2026-01')).toBe('2026-09-01');
    expect(dueOn(from('2026-08-03'), workingDays(20), 'kz-2026-03')).toBe('2026-08-31');
    expect(dueOn(from('2026-08-01'), calendarDays(29), 'kz-2026-01')).toBe('2026-09-01');
    expect(dueOn(from('2026-08-01'), calendarDays(29), 'kz-2026-03')).toBe('2026-08-31');
  });

  test('from late in the evening ends no earlier, and after midnight a day later', () => {
    const startedAt = (time: string) =>
      dueOn(aLedger({ startedAt: `2026-06-01T${time}Z` }), calendarDays(30));
    expect(startedAt('18:59:59.999')).toBe('2026-07-01');
    expect(startedAt('19:00:00.000')).toBe('2026-07-02');
  });

  test('is not official when it reaches a year that the state has not published', () => {
    expect(read(from('2026-11-30'), calendarDays(30), '2026-12-01').official).toBe(true);
    expect(read(from('2026-12-10'), calendarDays(30), '2026-12-11').official).toBe(false);
    expect(read(from('2026-11-30'), calendarDays(30), '2027-02-01').official).toBe(true);
  });

  test.each([
    ['on the day it began', '2026-06-01', 0, 12],
    ['on its last counted day, a Saturday', '2026-06-13', 12, 0],
    ['on the Sunday over which the last day moves', '2026-06-14', 12, 0],
    ['on the Monday that is the last day', '2026-06-15', 12, 0],
    ['on the day after', '2026-06-16', 13, -1],
    ['before it began', '2026-05-20', 0, 12],
  ])(
    '%s has used its days, and days left fall below zero only when it is over',
    (_, on, daysUsed, daysLeft) => {
      expect(read(aLedger(), calendarDays(12), on)).toMatchObject({
        daysUsed,
        daysLeft,
        dueOn: '2026-06-15',
      });
    },
  );

  test('of an unknown calendar cannot be read', () => {
    expect(() => dueOn(aLedger(), workingDays(20), 'kz-1999')).toThrow('no calendar version kz-1999');
  });
});

describe('a clock that stands', () => {
  test('has no end that could be named', () => {
    const ledger = aLedger({ stops: [aStop('2026-06-05', null)] });
    expect(read(ledger, calendarDays(30), '2026-07-20')).toMatchObject({
      daysUsed: 4,
      daysLeft: 26,
      running: false,
      reachedOn: null,
      dueOn: null,
      dueAt: null,
    });
  });

  test('had an end before the stop began', () => {
    const ledger = aLedger({ stops: [aStop('2026-06-05', null)] });
    expect(read(ledger, calendarDays(30), '2026-06-04')).toMatchObject({
      running: true,
      dueOn: '2026-07-01',
    });
  });

  test('until a day that is known already has its end, and does not run', () => {
    const ledger = aLedger({ stops: [aStop('2026-06-05', '2026-07-05', { basis: 'retake-ban' })] });
    expect(read(ledger, calendarDays(30), '2026-06-10')).toMatchObject({
      daysUsed: 4,
      running: false,
      dueOn: '2026-07-31',
    });
  });

  test.each<[string, Partial<Ledger>, string]>([
    ['ten days gives ten days back', { stops: [aStop('2026-06-05', '2026-06-15')] }, '2026-07-13'],
    ['within one day gives nothing', { stops: [aStop('2026-06-05', '2026-06-05')] }, '2026-07-01'],
    [
      'within one day that is taken whole gives that day',
      { stops: [aStop('2026-06-05', '2026-06-05', { wholeDays: true })] },
      '2026-07-02',
    ],
    [
      'over midnight that takes whole days gives both',
      { stops: [aStop('2026-06-04', '2026-06-05', { wholeDays: true })] },
      '2026-07-03',
    ],
    [
      'twice at once counts once',
      { stops: [aStop('2026-06-05', '2026-06-06'), aStop('2026-06-05', '2026-06-07')] },
      '2026-07-03',
    ],
    [
      'within a longer stop counts nothing',
      { stops: [aStop('2026-06-05', '2026-06-12'), aStop('2026-06-06', '2026-06-07')] },
      '2026-07-08',
    ],
    [
      'until the last day falls on a Sunday before Capital Day has it moved over both',
      { stops: [aStop('2026-06-05', '2026-06-09')] },
      '2026-07-07',
    ],
    [
      'after the term was used up changes nothing',
      { stops: [aStop('2026-07-10', '2026-07-20')] },
      '2026-07-01',
    ],
    ['and an extension are added up', { extensions: [anExtension(7), anExtension(7)] }, '2026-07-15'],
  ])('%s', (_, facts, end) => {
    expect(dueOn(aLedger(facts), calendarDays(30))).toBe(end);
  });

  test('on the very day to which the last day would move sends it further', () => {
    const stands = aLedger({ stops: [aStop('2026-06-13', '2026-06-16')] });
    expect(dueOn(stands, calendarDays(12))).toBe('2026-06-17');
  });

  test('that begins on the very last day moves the end behind it, since no term ends while its clock stands', () => {
    const standing = aLedger({ stops: [aStop('2026-07-01', null)] });
    expect(read(standing, calendarDays(30), '2026-07-02')).toMatchObject({ daysLeft: 0, dueOn: null });
    const over = aLedger({ stops: [aStop('2026-07-01', '2026-07-09')] });
    expect(read(over, calendarDays(30), '2026-07-09')).toMatchObject({
      reachedOn: '2026-07-01',
      dueOn: '2026-07-10',
      daysLeft: 0,
    });
    expect(read(over, calendarDays(30), '2026-07-11').daysLeft).toBe(-1);
    expect(dueOn(aLedger({ stops: [aStop('2026-06-29', '2026-07-02')] }), workingDays(20))).toBe(
      '2026-07-03',
    );
  });

  test('within the last day, or of whole days from the morrow on, leaves the end where it is', () => {
    expect(dueOn(aLedger({ stops: [aStop('2026-07-01', '2026-07-01')] }), calendarDays(30))).toBe(
      '2026-07-01',
    );
    const outage = aStop('2026-07-02', '2026-07-03', { wholeDays: true });
    expect(dueOn(aLedger({ stops: [outage] }), calendarDays(30))).toBe('2026-07-01');
    const both = aStop('2026-07-01', '2026-07-03');
    expect(dueOn(aLedger({ stops: [outage, both] }), calendarDays(30))).toBe('2026-07-07');
  });

  test('over working days gives back those alone', () => {
    expect(dueOn(aLedger({ stops: [aStop('2026-06-05', '2026-06-08')] }), workingDays(20))).toBe(
      '2026-06-30',
    );
    expect(dueOn(aLedger({ stops: [aStop('2026-06-05', '2026-06-07')] }), workingDays(20))).toBe(
      '2026-06-29',
    );
  });
});

describe('a term that begins anew', () => {
  const anew = aStop('2026-06-05', '2026-06-10', { effect: 'anew' });

  test('counts from the day after the stop', () => {
    expect(read(aLedger({ stops: [anew] }), calendarDays(30), '2026-06-12')).toMatchObject({
      daysUsed: 2,
      lastStartOn: '2026-06-10',
      dueOn: '2026-07-10',
    });
  });

  test('has its old days until the stop is over', () => {
    expect(read(aLedger({ stops: [anew] }), calendarDays(30), '2026-06-09')).toMatchObject({
      daysUsed: 4,
      lastStartOn: '2026-06-01',
      dueOn: '2026-07-10',
    });
  });

  test('begins with the latest of several, in whatever order they are told', () => {
    const later = aStop('2026-06-15', '2026-06-20', { effect: 'anew' });
    const ends = [
      [anew, later],
      [later, anew],
    ].map((stops) => dueOn(aLedger({ stops }), calendarDays(30)));
    expect(ends).toEqual(['2026-07-20', '2026-07-20']);
  });
});

describe('a clock that has ended', () => {
  const ended = aLedger({ endedAt: morning('2026-06-11') });

  test('counts up to its end and keeps the last day that it had', () => {
    for (const date of ['2026-06-11', '2026-06-20', '2027-06-20'])
      expect(read(ended, calendarDays(30), date)).toMatchObject({
        daysUsed: 10,
        daysLeft: 20,
        running: false,
        dueOn: '2026-07-01',
      });
  });

  test('ran before that', () => {
    expect(read(ended, calendarDays(30), '2026-06-10')).toMatchObject({ daysUsed: 9, running: true });
  });

  test('while it stood never had one', () => {
    const ledger = { ...ended, stops: [aStop('2026-06-05', null)] };
    expect(read(ledger, calendarDays(30), '2026-08-01')).toMatchObject({ daysUsed: 4, dueOn: null });
  });
});

describe('the latest start', () => {
  test.each([
    ['of three days of work that end on a Friday', '2026-06-12', 3, '2026-06-09T19:00:00.000Z'],
    ['of five that end on a Wednesday is before the weekend', '2026-06-10', 5, '2026-06-03T19:00:00.000Z'],
    ['of one that must end on a Sunday is on the Friday', '2026-06-14', 1, '2026-06-11T19:00:00.000Z'],
    ['of one over Nauryz', '2026-03-25', 1, '2026-03-19T19:00:00.000Z'],
    ['of none is the end itself', '2026-06-12', 0, '2026-06-12T19:00:00.000Z'],
  ])('%s', (_, date, workDays, latest) => {
    expect(latestStartOf(`${date}T19:00:00.000Z`, workDays, calendar)).toBe(latest);
  });

  test('does not use a day that is not whole', () => {
    expect(latestStartOf(morning('2026-06-12'), 1, calendar)).toBe('2026-06-10T19:00:00.000Z');
  });

  test('leaves exactly the work that a term of so many days from its eve allows', () => {
    const { dueAt } = read(aLedger(), workingDays(20), '2026-06-02');
    expect(latestStartOf(dueAt!, 20, calendar)).toBe('2026-06-01T19:00:00.000Z');
    expect(start < latestStartOf(dueAt!, 20, calendar)).toBe(true);
  });
});
