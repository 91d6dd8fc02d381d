/** What the notice of dates that a calendar moved says in Russian. */
import type { CalendarTexts, TermWords } from './calendar-words';
import { ru as words } from './ru-words';

const { date } = words;

const terms: TermWords = {
  service: 'последний день для решения по вашему заявлению',
  turn: 'последний день для вашего нынешнего шага',
  objection: 'последний день для возражения или просьбы об устном заслушивании',
  'hearing-notice': 'предполагаемое решение принимается не ранее чем после',
  change: 'последний день для рассмотрения сообщенного изменения',
  complaint: 'последний день для решения по вашей жалобе',
  'complaint-filing': 'последний день для подачи жалобы',
};

export const calendarRu: CalendarTexts = {
  'dates-moved': ({ ends }) => ({
    subject: 'Даты по вашему делу перенесены',
    lines: [
      'Календарь рабочих дней изменился, а с ним следующие даты по вашему делу:',
      ...ends.map(({ term, before, on }) => `— ${terms[term]}: ${date(on)} (прежде: ${date(before)}).`),
    ],
  }),
};
