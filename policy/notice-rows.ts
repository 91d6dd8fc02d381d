/** What a row of the table of notices is. */
import type { CaseFile } from '../domain/case-file';
import type { EventType } from '../domain/events';
import type { Placed } from '../domain/folds/fold';
import type { NoticeBody } from '../domain/notices';
import type { Procedure } from './procedure';

/** A case around an event: as it was, and as it is now; nothing was before the opening. */
export interface Told<T extends EventType> {
  before: CaseFile | null;
  file: CaseFile;
  event: Placed<T>;
}

/** `due` names the term of the policy; null where the law sets none and the notice simply leaves at once. */
export interface NoticeRow<T extends EventType> {
  due: keyof Procedure['noticeTerms'] | null;
  /** Null where this very event has nothing to tell. */
  notice: (told: Told<T>) => NoticeBody | null;
}
export type NoticeRows<T extends EventType> = { [K in T]: NoticeRow<K> | null };
