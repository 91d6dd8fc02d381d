/** When a case may be moved to another version of the calendar: to a later one, and not if that ends a term that runs. */
import type { CaseFile } from '../../domain/case-file';
import type { EventType } from '../../domain/events';
import { calendars } from '../clock/calendars';
import { complaintsUntil, findGrievance } from '../complaint';
import { deadlinesOf } from '../deadlines';
import type { Guard } from '../guard';
import { objectionsUntil } from '../hearing';

export const calendarGuard: Guard<'adoptCalendar'> = (file, { data, effectiveAt }) => {
  const [present, wanted] = [file.calendar, data.calendar].map((sought) =>
    calendars.find(({ version }) => version === sought),
  );
  if (wanted === undefined) return 'calendar-unknown';
  if (present === undefined || wanted.knownFrom <= present.knownFrom) return 'calendar-not-later';
  const [before, after] = [file, { ...file, calendar: wanted.version }].map(endsOf);
  const ends = Object.entries(after ?? {}).some(
    ([name, end]) => end <= effectiveAt && (before?.[name] ?? end) > effectiveAt,
  );
  return ends ? 'calendar-ends-a-term' : undefined;
};

/** What only tells somebody takes nothing from anyone, whenever it comes. */
const onlyTold: readonly EventType[] = [
  ...(['case-escalated', 'clock-warned', 'check-chased', 'expiry-reminded'] as const),
];

/** The terms of a case that something hangs on, by name, with the instant at which each is over. */
function endsOf(file: CaseFile): Record<string, string> {
  const acting = deadlinesOf(file).filter(({ event }) => !onlyTold.includes(event.type));
  const grievance = findGrievance(file);
  const objections = objectionsUntil(file);
  return {
    ...Object.fromEntries(acting.map(({ name, dueAt }) => [name, dueAt])),
    ...(objections !== undefined && { objections }),
    ...(grievance !== undefined && { complaints: complaintsUntil(file, grievance) }),
  };
}
