/** What an agency's answer makes of a living case: a history that only kept a contradiction still does when replayed. */
import { patched } from '@temporalio/workflow';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import type { CheckNews } from '../domain/news';
import { eventsOfCheckNews } from '../policy/events-of-news';

export function hearCheckNews(file: CaseFile, news: CheckNews): EventBody[] {
  return eventsOfCheckNews(file, news, () => patched('hears-every-contradiction'));
}
