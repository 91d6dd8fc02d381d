/** The arithmetic of a clock, told line by line. */
import { expect, test } from '@jest/globals';
import { linesOf } from '../../../policy/clock/explain-ledger';
import { segmentsOf } from '../../../policy/clock/segments';
import { caseworker, supervisor } from '../../support/case-files';
import { aLedger, anExtension, aStop, calendarDays, morning, start, workingDays } from './ledgers';

const calendar = 'kz-2026-03';
const at = morning('2026-06-22');

test('a clock that nothing happened to is one segment', () => {
  expect(segmentsOf(aLedger(), at)).toEqual([{ kind: 'running', from: start, to: at, grounds: [] }]);
  expect(segmentsOf(aLedger(), morning('2026-05-31'))).toEqual([]);
});

test('stops that overlap are cut at their edges, and each part names all that stood', () => {
  const stops = [
    aStop('2026-06-04', '2026-06-08'),
    aStop('2026-06-06', '2026-06-10', { basis: 'retake-ban', by: supervisor }),
  ];
  const told = segmentsOf(aLedger({ stops }), at).map(({ kind, from, to, grounds }) => [
    kind,
    from.slice(5, 10),
    to.slice(5, 10),
    grounds.map(({ basis, by }) => `${basis} by ${by.id}`).join(' and '),
  ]);
  const [awaited, ban] = [`documents-awaited by ${caseworker.id}`, `retake-ban by ${supervisor.id}`];
  expect(told).toEqual([
    ['running', '06-01', '06-04', ''],
    ['stopped', '06-04', '06-06', awaited],
    ['stopped', '06-06', '06-08', `${awaited} and ${ban}`],
    ['stopped', '06-08', '06-10', ban],
    ['running', '06-10', '06-22', ''],
  ]);
});

test('after an extension the clock runs on an extended term, and a stop within is still a stop', () => {
  const ledger = aLedger({ extensions: [anExtension(7)], stops: [aStop('2026-06-09', '2026-06-12')] });
  expect(
    segmentsOf(ledger, at).map(({ kind, from, grounds }) => [kind, from.slice(5, 10), grounds.length]),
  ).toEqual([
    ['running', '06-01', 0],
    ['stopped', '06-09', 1],
    ['extended', '06-12', 1],
  ]);
});

test('the lines of a stopped, extended count of working days', () => {
  const ledger = aLedger({ extensions: [anExtension(5)], stops: [aStop('2026-06-05', '2026-06-09')] });
  const stretch = { stood: 0, movedOver: 0, bases: [] };
  expect(linesOf(ledger, workingDays(20), { at, calendar })).toEqual([
    { kind: 'term', days: 20, termDays: 20 },
    {
      kind: 'extension',
      days: 5,
      termDays: 25,
      basis: 'complex-case',
      by: supervisor,
      knownAt: morning('2026-06-10'),
    },
    {
      ...{ ...stretch, kind: 'running', fromOn: '2026-06-02', toOn: '2026-06-05' },
      ...{ days: 4, counted: 4, daysOff: 0, daysUsed: 4 },
    },
    {
      ...{ ...stretch, kind: 'stopped', fromOn: '2026-06-06', toOn: '2026-06-09' },
      ...{ days: 4, counted: 0, daysOff: 0, stood: 4, daysUsed: 4, bases: ['documents-awaited'] },
    },
    {
      ...{ ...stretch, kind: 'running', fromOn: '2026-06-10', toOn: '2026-06-10' },
      ...{ days: 1, counted: 1, daysOff: 0, daysUsed: 5 },
    },
    {
      ...{ ...stretch, kind: 'extended', fromOn: '2026-06-11', toOn: '2026-06-22' },
      ...{ days: 12, counted: 8, daysOff: 4, daysUsed: 13, bases: ['complex-case'] },
    },
    { kind: 'last-day', reachedOn: '2026-07-09', dueOn: '2026-07-09', movedDays: 0 },
  ]);
});

test('a new beginning takes back what was counted, and says so', () => {
  const ledger = aLedger({ stops: [aStop('2026-06-05', '2026-06-10', { effect: 'anew' })] });
  const lines = linesOf(ledger, calendarDays(30), { at, calendar });
  expect(lines.map(({ kind }) => kind)).toEqual([
    'term',
    'running',
    'stopped',
    'anew',
    'running',
    'last-day',
  ]);
  expect(lines[3]).toEqual({
    ...{ kind: 'anew', on: '2026-06-10', basis: 'documents-awaited' },
    ...{ counted: -4, daysUsed: 0 },
  });
  expect(lines[4]).toMatchObject({ fromOn: '2026-06-11', counted: 12, daysUsed: 12 });
});

test('a last day that moved says over how many days, and they are not counted', () => {
  const lines = linesOf(aLedger(), calendarDays(12), { at, calendar });
  expect(lines.slice(1)).toMatchObject([
    { kind: 'running', days: 21, counted: 19, movedOver: 2, daysUsed: 19 },
    { kind: 'last-day', reachedOn: '2026-06-13', dueOn: '2026-06-15', movedDays: 2 },
  ]);
});

test('a stop within a day has a segment and no day; one that takes whole days has its day in the segment before', () => {
  const lines = (wholeDays: boolean) =>
    linesOf(aLedger({ stops: [aStop('2026-06-05', '2026-06-05', { wholeDays })] }), calendarDays(30), {
      at,
      calendar,
    });
  expect(lines(false).slice(1, 3)).toMatchObject([
    { kind: 'running', days: 4, stood: 0 },
    { kind: 'stopped', days: 0, fromOn: null, toOn: null },
  ]);
  expect(lines(true).slice(1, 3)).toMatchObject([
    { kind: 'running', days: 4, counted: 3, stood: 1 },
    { kind: 'stopped', days: 0 },
  ]);
});

test('a clock that stands has no line of a last day', () => {
  const lines = linesOf(aLedger({ stops: [aStop('2026-06-05', null)] }), calendarDays(30), { at, calendar });
  expect(lines.map(({ kind }) => kind)).toEqual(['term', 'running', 'stopped']);
});
