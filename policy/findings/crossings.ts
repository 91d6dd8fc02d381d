/** What Berkut says of somebody's crossings: bans, overstays, and a stay registered before it began, or not at all. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { dayNumberOf, lawDate, lawDayNumber } from '../../domain/law-day';
import { looksForRegistration, type PermitFiled } from '../permit/registration-known';
import { finding, when, type Finding } from './finding';

type Crossings = AgencyAnswers['berkut']['crossings'];

/** Without a registration that is told, and that nobody said there is none of, nothing is known of it. */
export function readCrossings(answer: AgencyAnswers['berkut'], filed?: PermitFiled): Finding {
  const { entryBan, overstayDays, crossings, registeredOn = null } = answer;
  const entry = lastEntryIn(crossings);
  const isEarly = entry !== undefined && registeredOn !== null && registeredOn < lawDate(entry);
  const isUnregistered = answer.registeredOn === null && filed !== undefined && looksForRegistration(filed);
  return finding(when(entryBan, 'entry-ban'), [
    ...when(overstayDays > 0, 'overstay'),
    ...when(crossings.length === 0, 'no-crossing-known'),
    ...when(isEarly, 'registered-before-entry'),
    ...when(isUnregistered, 'not-registered'),
  ]);
}

function lastEntryIn(crossings: Crossings): string | undefined {
  const entries = crossings.filter(({ direction }) => direction === 'entry').map(({ at }) => at);
  return entries.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

/**
 * Whole days of the law spent in the country from `from` to `to` (both YYYY-MM-DD, both counted): the days of entry and
 * of exit count. Who is not known to have left is there.
 */
export function daysInCountry(crossings: Crossings, { from, to }: { from: string; to: string }): number {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  const days = new Set<number>();
  for (const { entered, left } of staysIn(crossings)) {
    const end = Math.min(left ?? last, last);
    for (let day = Math.max(entered, first); day <= end; day += 1) days.add(day);
  }
  return days.size;
}

/** By day numbers; an entry after an entry changes nothing, an exit without one is passed over. */
function staysIn(crossings: Crossings): { entered: number; left: number | undefined }[] {
  const stays: { entered: number; left: number | undefined }[] = [];
  for (const { direction, at } of crossings.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const open = stays.find(({ left }) => left === undefined);
    if (direction === 'entry' && !open) stays.push({ entered: lawDayNumber(at), left: undefined });
    if (direction === 'exit' && open) open.left = lawDayNumber(at);
  }
  return stays;
}
