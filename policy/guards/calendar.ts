/** When a case may be moved to another version of the calendar: to a later one only. */
import { calendars } from '../clock/calendars';
import type { Guard } from '../guard';

export const calendarGuard: Guard<'adoptCalendar'> = ({ calendar }, { data }) => {
  const [present, wanted] = [calendar, data.calendar].map((sought) =>
    calendars.find(({ version }) => version === sought),
  );
  if (wanted === undefined) return 'calendar-unknown';
  return present !== undefined && wanted.knownFrom > present.knownFrom ? undefined : 'calendar-not-later';
};
