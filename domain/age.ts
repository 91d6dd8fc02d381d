/** How old somebody is in whole years. */

/** Both days YYYY-MM-DD; who is born on 29 February grows older on 1 March of common years. Negative before birth. */
export function ageOn(bornOn: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
