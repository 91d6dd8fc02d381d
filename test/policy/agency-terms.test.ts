/** How agencies are asked: a row for each, sane and labelled as assumed, and pauses that grow. */
import { describe, expect, test } from '@jest/globals';
import { lineTerms } from '../../clients/line-terms';
import { agencyNames } from '../../domain/agencies';
import { agencyTermRows, agencyTermsOn, pauseMsAfter } from '../../policy/agency-terms';

const terms = agencyTermsOn('2026-06-01');

describe('the terms', () => {
  test('are assumptions, each row with its reason', () => {
    for (const { terms: row } of agencyTermRows) {
      expect(row.confidence).toBe('assumption');
      expect(row.source.length).toBeGreaterThan(40);
    }
  });

  test('before the first row are those of the first', () => {
    expect(agencyTermsOn('2020-01-01')).toBe(terms);
  });

  test.each(agencyNames)('of %s fit together, and a slow reply is still one in time', (agency) => {
    const { perSecond, burst, troublesToOpen, slowMs, ...waits } = terms[agency];
    expect(perSecond).toBeGreaterThan(0);
    expect(burst).toBeGreaterThanOrEqual(1);
    expect(troublesToOpen).toBeGreaterThanOrEqual(2);
    expect(waits.probeAfterSeconds).toBeLessThan(waits.longestProbeSeconds);
    expect(waits.longestProbeSeconds).toBeLessThan(waits.longestQuietSeconds);
    expect(slowMs).toBeLessThan(lineTerms[agency].timeoutMs);
  });
});

describe('the pause of a question in trouble', () => {
  test('doubles, and half of it is chance', () => {
    const pauses = [1, 2, 3, 4].map((tries) => [0, 1].map((chance) => pauseMsAfter(tries, { chance })));
    expect(pauses).toEqual([
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
      [4_000, 8_000],
    ]);
  });

  test('ends at ten minutes, however often it was tried', () => {
    for (const tries of [11, 50, 5_000]) expect(pauseMsAfter(tries, { chance: 1 })).toBe(600_000);
  });

  test('is never shorter than the agency asks for, nor shortened by it', () => {
    expect(pauseMsAfter(1, { chance: 1, retryAfterMs: 90_000 })).toBe(90_000);
    expect(pauseMsAfter(8, { chance: 1, retryAfterMs: 5_000 })).toBe(128_000);
  });
});
