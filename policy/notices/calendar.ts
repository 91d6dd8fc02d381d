/** The notice that another calendar has moved dates of the person it is about. */
import { toldTerms, type ToldTerm } from '../../domain/notices';
import type { NoticeRows } from '../notice-rows';
import { lastDayBefore } from './last-days';

export const calendarNotices: NoticeRows<'calendar-adopted'> = {
  /** Of the terms that he acts within or waits for; of the office's own he was told nothing before. */
  'calendar-adopted': {
    due: null,
    notice: ({ event: { data } }) => {
      const ends = (data.moved ?? []).flatMap(({ term, before, after }) =>
        isTold(term) ? [{ term, before: lastDayBefore(before), on: lastDayBefore(after) }] : [],
      );
      return ends.length === 0 ? null : { kind: 'dates-moved', facts: { ends } };
    },
  },
};

function isTold(term: string): term is ToldTerm {
  return toldTerms.some((told) => told === term);
}
