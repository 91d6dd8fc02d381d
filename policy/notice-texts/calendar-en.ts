/** What the notice of dates that a calendar moved says in English. */
import { en as words } from './en-words';
import type { CalendarTexts, TermWords } from './calendar-words';

const { date } = words;

const terms: TermWords = {
  service: 'a decision on your application is due by',
  turn: 'your time for the present step ends on',
  objection: 'you may object or ask for an oral hearing by',
  'hearing-notice': 'the intended decision is not taken on or before',
  change: 'the change that was reported is looked at by',
  complaint: 'your complaint is decided by',
  'complaint-filing': 'you may complain by',
};

export const calendarEn: CalendarTexts = {
  'dates-moved': ({ ends }) => ({
    subject: 'Dates of your case have moved',
    lines: [
      'The calendar of working days has changed, and with it these dates of your case:',
      ...ends.map(({ term, before, on }) => `— ${terms[term]} ${date(on)} (before: ${date(before)}).`),
    ],
  }),
};
