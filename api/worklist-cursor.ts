/** A place in a sorted worklist as a cursor. */
import type { WorklistPlace, WorklistQuery } from '../db/reads/worklist';
import { findInstant, isText, readParts, writeParts } from './cursor-parts';
import { invalidInput } from './problems';

type Sorting = Pick<WorklistQuery, 'sort' | 'order'>;

export function writeCursor({ sort, order }: Sorting, place: WorklistPlace): string {
  return writeParts([sort, order, ...place]);
}

/** Throws Problem invalid-input for what is no cursor, or one of another sorting. */
export function readCursor({ sort, order }: Sorting, cursor: string): WorklistPlace {
  const [sortThen, orderThen, given, caseId, name, subject] = readParts(cursor);
  const key = sort === 'caseId' ? given : findInstant(given);
  const sameSorting = sortThen === sort && orderThen === order;
  if (!sameSorting || !isText(key) || !isText(caseId) || !isText(name) || !isText(subject)) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before, same sorting');
  }
  return [key, caseId, name, subject];
}
