/** `npm run calendar`: what may be typed, and that a case which says no does not stop the others. */
import { describe, expect, test } from '@jest/globals';
import { adoptCalendar } from '../../scripts/calendar/adopt';
import { NotUnderstood, readCommand } from '../../scripts/calendar/command';
import { printMoves } from '../../scripts/calendar/moves';

describe('what an operator types', () => {
  test('a calendar, and five cases a second unless he says another number', () => {
    expect(readCommand(['adopt', 'kz-2026-03'])).toEqual({ version: 'kz-2026-03', perSecond: 5 });
    expect(readCommand(['adopt', 'kz-2026-03', '--per-second', '0.5']).perSecond).toBe(0.5);
  });

  test.each([
    [[]],
    [['adopt']],
    [['drop', 'kz-2026-03']],
    [['adopt', 'kz-2026-03', 'kz-2026-01']],
    [['adopt', 'kz-2026-03', '--per-second', '0']],
    [['adopt', 'kz-2026-03', '--per-second', 'many']],
    [['adopt', 'kz-2026-03', '--faster']],
  ])('%j is not understood', (args) => {
    expect(() => readCommand(args)).toThrow(NotUnderstood);
  });
});

const answers: Record<string, { status: number; body: Record<string, unknown> }> = {
  'GET /admin/calendar/v2/cases': {
    status: 200,
    body: { cases: [{ caseId: 'A' }, { caseId: 'B' }], next: 'more' },
  },
  'GET /admin/calendar/v2/cases?cursor=more': { status: 200, body: { cases: [{ caseId: 'C' }], next: null } },
  'POST /admin/cases/A/calendar': { status: 200, body: {} },
  'POST /admin/cases/B/calendar': { status: 409, body: { code: 'case-over' } },
  'POST /admin/cases/C/calendar': { status: 202, body: {} },
};

test('each case is asked once under its own key, and what it says is counted', async () => {
  const keys: (string | undefined)[] = [];
  let paced = 0;
  const adoption = await adoptCalendar('v2', {
    desk: async (line, sent = {}) => {
      if (line.startsWith('POST')) keys.push(sent.key);
      return answers[line] ?? { status: 500, body: {} };
    },
    pace: async () => void (paced += 1),
    say: () => undefined,
    on: '2026-03-18',
  });
  expect(adoption).toEqual({ adopted: 1, pending: 1, passedOver: [{ caseId: 'B', code: 'case-over' }] });
  expect(keys).toEqual(['A', 'B', 'C'].map((id) => `calendar:v2:${id}:2026-03-18`));
  expect(paced).toBe(3);
});

test('a refusal that nobody foresaw ends the run', async () => {
  const desk = async (line: string) =>
    line.startsWith('POST')
      ? { status: 403, body: { code: 'not-permitted' } }
      : { status: 200, body: { cases: [{ caseId: 'A' }], next: null } };
  const means = { desk, pace: async () => undefined, say: () => undefined, on: '2026-03-18' };
  await expect(adoptCalendar('v2', means)).rejects.toThrow('not-permitted');
});

test('the last day is told as the law’s date, before and after', () => {
  const move = { caseId: 'A', before: '2027-03-15T19:00:00.000Z', after: null, ends: [] };
  expect(printMoves([move])).toBe('the date moved for 1 cases:\n  A  2027-03-15 -> no end\n');
});

test('each end that moved is told on a line of its own, by its name', () => {
  const [before, after] = ['2027-03-15T19:00:00.000Z', '2027-03-16T19:00:00.000Z'];
  const ends = [
    { term: 'verification', before, after },
    { term: 'turn', before: after, after: before },
  ];
  expect(printMoves([{ caseId: 'A', before, after: before, ends }])).toBe(
    'the date moved for 1 cases:\n' +
      '  A  verification  2027-03-15 -> 2027-03-16\n' +
      '  A  turn  2027-03-16 -> 2027-03-15\n',
  );
});
