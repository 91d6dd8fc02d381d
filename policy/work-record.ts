/** How long somebody has worked: the days of all employments, none counted twice. */
import type { ApplicationForm } from '../domain/form';
import { lawDayNumber } from '../domain/law-day';

type Period = ApplicationForm['employment']['periods'][number];

/** Whole years of 365 days until a law's date (YYYY-MM-DD); employments at the same time count once. */
export function yearsWorked(periods: readonly Pick<Period, 'from' | 'to'>[], until: string): number {
  const spans = periods
    .map(({ from, to = until }) => ({ first: dayOf(from), last: dayOf(to) }))
    .sort((a, b) => a.first - b.first);
  let days = 0;
  let counted = -Infinity;
  for (const { first, last } of spans) {
    days += Math.max(0, last - Math.max(first - 1, counted));
    counted = Math.max(counted, last);
  }
  return Math.floor(days / 365);
}

function dayOf(date: string): number {
  return lawDayNumber(`${date}T00:00:00Z`);
}
