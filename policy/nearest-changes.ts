/** By how little a score missed its threshold: the nearest changes that would have passed. */
import type { Score, ScoreChange } from '../domain/events';
import type { ScoringTable } from './scoring-tables';

type Scored = Pick<Score, 'rows' | 'total' | 'threshold'>;

/**
 * Each criterion that would have sufficed alone, with its smallest sufficient change, in the order of the rows. When
 * none does, the one smallest combination: fewest criteria, then fewest points. Empty when passed, or out of reach.
 */
export function nearestChanges(score: Scored, table: Pick<ScoringTable, 'criteria'>): ScoreChange[][] {
  const missing = score.threshold - score.total;
  if (missing <= 0) return [];
  const choices = score.rows.map((row) => changesOf(row, table));
  const alone = choices.flatMap((changes) => changes.filter(({ gain }) => gain >= missing).slice(0, 1));
  if (alone.length > 0) return alone.map((change) => [change]);
  for (let size = 2; size <= choices.length; size += 1) {
    const [smallest] = combinations(choices, size)
      .filter((changes) => gainOf(changes) >= missing)
      .sort((a, b) => gainOf(a) - gainOf(b));
    if (smallest !== undefined) return [smallest];
  }
  return [];
}

/** The better buckets of a row, the nearest first; of two that are worth the same only the first. */
function changesOf(
  { criterion, points: given }: Score['rows'][number],
  { criteria }: Pick<ScoringTable, 'criteria'>,
): ScoreChange[] {
  const points = criteria[criterion as keyof typeof criteria].points;
  const better = Object.entries(points)
    .map(([bucket, worth]) => ({ criterion, bucket, points: worth, gain: worth - given }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => a.gain - b.gain);
  return better.filter(({ gain }, index) => better[index - 1]?.gain !== gain);
}

function combinations(choices: readonly ScoreChange[][], size: number): ScoreChange[][] {
  if (size === 0) return [[]];
  return choices.flatMap((changes, index) =>
    combinations(choices.slice(index + 1), size - 1).flatMap((rest) =>
      changes.map((change) => [change, ...rest]),
    ),
  );
}

function gainOf(changes: readonly ScoreChange[]): number {
  return changes.reduce((sum, { gain }) => sum + gain, 0);
}
