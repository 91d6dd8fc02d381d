/** Whole years on the calendar of the law. */

/**
 * The date (YYYY-MM-DD) of the same day so many years on, for comparison alone: 29 February stays 29 February, which
 * in a common year stands between 28 February and 1 March.
 */
export function yearsLater(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}
