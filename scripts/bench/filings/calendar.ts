/** Days of the calendar, walked one by one: slow, and nothing that the product counts with. */

/** `YYYY-MM-DD`, so many days later; a negative number is earlier. */
export function daysLater(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The last of so many months that begin on a day: the day before the same day of a later month, or that month's last. */
export function lastOfMonths(from: string, months: number): string {
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let counted = 0; counted < months; counted += 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  for (let day = first; ; day = daysLater(day, 1)) {
    if (day.slice(8) === from.slice(8)) return daysLater(day, -1);
    if (daysLater(day, 1).slice(5, 7) !== first.slice(5, 7)) return day;
  }
}

/** Whether so many years lie between two days, the anniversary itself included. */
export function yearsHavePassed(since: string, years: number, on: string): boolean {
  return `${Number(since.slice(0, 4)) + years}${since.slice(4)}` <= on;
}
