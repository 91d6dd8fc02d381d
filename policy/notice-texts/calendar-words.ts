/** What each language must have words for in the notice of dates that a calendar moved. */
import type { ToldTerm } from '../../domain/notices';
import type { NoticeTexts } from './words';

export type TermWords = Record<ToldTerm, string>;
export type CalendarTexts = Pick<NoticeTexts, 'dates-moved'>;
