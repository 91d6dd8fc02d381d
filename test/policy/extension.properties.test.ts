/** How much a term may be extended depends on what was granted before, and not on where it stood. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseFile } from '../../domain/case-file';
import type { ClockStop } from '../../domain/clock';
import { whyNotExtend } from '../../policy/extension';
import { permanentPolicies } from '../../policy/permanent-policies';
import { aCaseFile, onDay, supervisor } from '../support/case-files';
import { holds } from './clock/seeds';

const newest = permanentPolicies.at(-1)?.version ?? '';
/** The term of the case below ends with it where nothing extends it. */
const lastDay = 35;

interface Term {
  granted: number;
  stop?: { from: number; days: number };
}

function standing(policyVersion: string, { granted, stop }: Term): CaseFile {
  const file = { ...aCaseFile({ status: 'awaiting-schedule' }), policyVersion };
  const extension = { days: granted, basis: 'supervisor', by: supervisor, knownAt: onDay(10) };
  const stops: ClockStop[] = stop
    ? [
        {
          ...{ from: onDay(stop.from), to: onDay(stop.from + stop.days), knownAt: onDay(stop.from) },
          ...{ basis: 'expert-opinion', effect: 'continue', by: supervisor, wholeDays: false },
        },
      ]
    : [];
  const service = { ...file.clocks.service, stops, extensions: granted > 0 ? [extension] : [] };
  return { ...file, clocks: { ...file.clocks, service } };
}

function mostDays(file: CaseFile): number {
  let days = 0;
  while (whyNotExtend(file, days + 1, onDay(20)) === undefined) days += 1;
  return days;
}

const extended = fc.integer({ min: 2, max: 50 }).chain((granted) =>
  fc.record({
    granted: fc.constant(granted),
    stop: fc.record({
      from: fc.integer({ min: lastDay + 1, max: lastDay + granted - 1 }),
      days: fc.integer({ min: 1, max: 90 }),
    }),
  }),
);

describe('what may still be granted', () => {
  test('is the same whether the term stood while it ran by its extension or not', () => {
    holds(
      fc.property(extended, ({ granted, stop }) => {
        expect(mostDays(standing(newest, { granted, stop }))).toBe(mostDays(standing(newest, { granted })));
      }),
      60,
    );
  });

  test('is as much after a stop of the same length before the first end, but for the length of months and weekends', () => {
    const early = fc.record({
      from: fc.integer({ min: 12, max: lastDay - 1 }),
      days: fc.integer({ min: 1, max: 90 }),
    });
    holds(
      fc.property(early, (stop) => {
        const granted = 30;
        const without = mostDays(standing(newest, { granted }));
        const at = onDay(stop.from + stop.days + 1);
        const file = standing(newest, { granted, stop });
        let days = 0;
        while (whyNotExtend(file, days + 1, at) === undefined) days += 1;
        expect(Math.abs(days - without)).toBeLessThanOrEqual(6);
      }),
      60,
    );
  });

  test('was less by the days of such a stop in cases that were filed before', () => {
    const stop = { from: 40, days: 20 };
    const before = standing('2026-11-24', { granted: 30, stop });
    expect(mostDays(before)).toBeLessThan(mostDays(standing('2026-11-24', { granted: 30 })) - 15);
  });
});
