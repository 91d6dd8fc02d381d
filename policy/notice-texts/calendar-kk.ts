/** What the notice of dates that a calendar moved says in Kazakh; a speaker must check it. */
import type { CalendarTexts, TermWords } from './calendar-words';
import { kk as words } from './kk-words';

const { date } = words;

const terms: TermWords = {
  service: 'өтінішіңіз бойынша шешім қабылдаудың соңғы күні',
  turn: 'қазіргі қадамыңыздың соңғы күні',
  objection: 'қарсылық білдірудің немесе ауызша тыңдауды сұраудың соңғы күні',
  'hearing-notice': 'көзделген шешім мына күннен кейін ғана қабылданады',
  change: 'хабарланған өзгерісті қараудың соңғы күні',
  complaint: 'шағымыңыз бойынша шешім қабылдаудың соңғы күні',
  'complaint-filing': 'шағым берудің соңғы күні',
};

export const calendarKk: CalendarTexts = {
  'dates-moved': ({ ends }) => ({
    subject: 'Ісіңіз бойынша күндер жылжыды',
    lines: [
      'Жұмыс күндерінің күнтізбесі өзгерді, сонымен бірге ісіңіз бойынша мына күндер де өзгерді:',
      ...ends.map(({ term, before, on }) => `— ${terms[term]}: ${date(on)} (бұрын: ${date(before)}).`),
    ],
  }),
};
