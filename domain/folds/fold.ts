/** What a fold is: an event in its place gives the part of the case file that it changes. */
import type { CaseFile } from '../case-file';
import type { EventData, EventMeta, EventType } from '../events';

export type Placed<T extends EventType> = EventMeta & { type: T; data: EventData[T]; seq: number };
export type Folds<T extends EventType> = {
  [K in T]: (file: CaseFile, event: Placed<K>) => Partial<CaseFile>;
};
