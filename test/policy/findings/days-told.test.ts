/** The days in the country that an officer sees beside Berkut's answer. */
import { describe, expect, test } from '@jest/globals';
import { daysTold } from '../../../policy/findings/days-told';

const at = (direction: 'entry' | 'exit', day: string) => ({
  ...{ direction, at: `${day}T06:00:00.000Z`, checkpoint: 'Qordai' },
});
const answer = (...crossings: ReturnType<typeof at>[]) => ({
  ...{ requestId: 'r-1', answerId: 'a-1', crossings, overstayDays: 0, entryBan: false },
});

describe('the days in the country', () => {
  test('are those of the twelve months that end with the day of the answer', () => {
    const told = daysTold(answer(at('entry', '2026-03-02')), '2026-05-09');
    expect(told).toEqual({ from: '2025-05-10', to: '2026-05-09', days: 69 });
  });

  test.each([
    ['who came and went', [at('entry', '2026-01-10'), at('exit', '2026-01-20')], 11],
    ['who has been there for years', [at('entry', '2020-01-01')], 365],
    ['of whom no crossing is known', [], 0],
    ['who left before', [at('entry', '2024-01-01'), at('exit', '2025-05-09')], 0],
  ])('of somebody %s', (_, crossings, days) => {
    expect(daysTold(answer(...crossings), '2026-05-09').days).toBe(days);
  });
});
