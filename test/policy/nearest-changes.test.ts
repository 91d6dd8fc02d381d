/** What would have passed: the nearest change of each criterion, or the smallest combination. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ScoreChange, ScoreRow } from '../../domain/events';
import { nearestChanges } from '../../policy/nearest-changes';
import { criteria, scoringTableOf } from '../../policy/scoring-tables';

const table = scoringTableOf('demonstration-2026-02');
const gainOf = (changes: readonly ScoreChange[]) => changes.reduce((sum, { gain }) => sum + gain, 0);

/** A score with these buckets, in the order of the criteria. */
function scoreWith(buckets: readonly string[], threshold = 400) {
  const rows = criteria.map((criterion, index): ScoreRow => {
    const { points, max } = table.criteria[criterion];
    const bucket = buckets[index]!;
    const source = 'form';
    return { criterion, bucket, points: points[bucket]!, max, evidence: [], evidenceSha256: '', source };
  });
  return { rows, total: rows.reduce((sum, { points }) => sum + points, 0), threshold };
}

const good = [
  'met',
  'nothing-declared',
  'kazakh-intermediate',
  'bachelor',
  'up-to-ten-years',
  'fit',
  'alone',
];

describe('a score that fell short', () => {
  test('by twenty names the nearest bucket of each criterion that would do alone', () => {
    const score = scoreWith([...good, 'none'], 415);
    expect(score.total).toBe(395);
    expect(nearestChanges(score, table)).toEqual([
      [{ criterion: 'solvency', bucket: 'twice-met', points: 100, gain: 20 }],
      [{ criterion: 'language', bucket: 'kazakh-advanced', points: 90, gain: 20 }],
      [{ criterion: 'education', bucket: 'doctorate', points: 100, gain: 25 }],
      [{ criterion: 'work', bucket: 'longer', points: 80, gain: 20 }],
      [{ criterion: 'family', bucket: 'with-family', points: 50, gain: 40 }],
      [{ criterion: 'ties', bucket: 'own-past', points: 40, gain: 40 }],
    ]);
  });

  test('by more than any one criterion can give names the one smallest combination', () => {
    const score = scoreWith([...good, 'none'], 485);
    expect(nearestChanges(score, table)).toEqual([
      [
        { criterion: 'language', bucket: 'kazakh-advanced-russian-english', points: 120, gain: 50 },
        { criterion: 'family', bucket: 'with-family', points: 50, gain: 40 },
      ],
    ]);
  });

  test('by more than all can give names nothing, and one that passed neither', () => {
    expect(nearestChanges(scoreWith([...good, 'none'], 631), table)).toEqual([]);
    expect(nearestChanges(scoreWith([...good, 'none'], 395), table)).toEqual([]);
  });

  test('prefers to show money over an exemption that is worth the same', () => {
    const score = scoreWith(['below', ...good.slice(1), 'none'], 395);
    expect(nearestChanges(score, table)[0]).toEqual([
      { criterion: 'solvency', bucket: 'met', points: 80, gain: 80 },
    ]);
  });
});

describe('whatever the score', () => {
  const anyBuckets = fc.tuple(
    ...criteria.map((criterion) => fc.constantFrom(...Object.keys(table.criteria[criterion].points))),
  );
  const anyScore = fc
    .tuple(anyBuckets, fc.integer({ min: 0, max: 640 }))
    .map(([buckets, threshold]) => scoreWith(buckets, threshold));

  /** Every gain that each criterion could still make, none included. */
  const gainsOf = (score: ReturnType<typeof scoreWith>) =>
    score.rows.map(({ criterion, points }) => {
      const worth = Object.values(table.criteria[criterion as (typeof criteria)[number]].points);
      return [...new Set([0, ...worth.map((each) => each - points).filter((gain) => gain > 0)])];
    });

  test('each way that is named would have passed', () => {
    fc.assert(
      fc.property(anyScore, (score) => {
        for (const changes of nearestChanges(score, table)) {
          const changed = score.rows.map(
            ({ criterion, bucket }) =>
              changes.find((change) => change.criterion === criterion)?.bucket ?? bucket,
          );
          expect(scoreWith(changed).total).toBeGreaterThanOrEqual(score.threshold);
          expect(scoreWith(changed).total - score.total).toBe(gainOf(changes));
        }
      }),
    );
  });

  test('no fewer criteria would do, and no fewer points of as many', () => {
    fc.assert(
      fc.property(anyScore, (score) => {
        const missing = score.threshold - score.total;
        const named = nearestChanges(score, table);
        // The best that so many criteria can do: [gained, criteria used], over all combinations.
        let reached = new Set(['0 0']);
        for (const gains of gainsOf(score)) {
          reached = new Set(
            [...reached].flatMap((each) => {
              const [sum = 0, used = 0] = each.split(' ').map(Number);
              return gains.map((gain) => `${sum + gain} ${used + (gain > 0 ? 1 : 0)}`);
            }),
          );
        }
        const enough = [...reached]
          .map((each) => each.split(' ').map(Number) as [number, number])
          .filter(([sum]) => sum >= missing)
          .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
        const best = enough[0];
        if (missing <= 0 || best === undefined) return expect(named).toEqual([]);
        const found = named.map((changes) => [gainOf(changes), changes.length]).sort((a, b) => a[0]! - b[0]!);
        return expect(found[0]).toEqual(best);
      }),
    );
  });
});
