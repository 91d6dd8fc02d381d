/** The middle and the ends of what was measured, and how they are written. */

export interface Spread {
  n: number;
  min: number;
  median: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { n: sorted.length, min: sorted[0] ?? 0, median: quantile(sorted, 0.5), max: sorted.at(-1) ?? 0 };
}

/** Of values in ascending order; linear between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

export function medianOf(values: readonly number[]): number {
  return spreadOf(values).median;
}

/** Each round of one side over the same round of the other. */
export function ratiosOf(ours: readonly number[], bare: readonly number[]): Spread {
  return spreadOf(ours.map((value, round) => value / (bare[round] ?? Number.NaN)));
}

export function num(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `min / median / max`. */
export function written({ min, median, max }: Spread): string {
  return `${num(min)} / **${num(median)}** / ${num(max)}`;
}
