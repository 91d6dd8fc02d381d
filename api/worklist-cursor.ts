/** A place in a sorted worklist, written so that nobody is tempted to read it. */
import type { WorklistPlace, WorklistQuery } from '../db/reads/worklist';
import { invalidInput } from './problems';

type Sorting = Pick<WorklistQuery, 'sort' | 'order'>;

export function writeCursor({ sort, order }: Sorting, place: WorklistPlace): string {
  return Buffer.from(JSON.stringify([sort, order, ...place])).toString('base64url');
}

/** Throws Problem invalid-input for what is no cursor, or one of another sorting. */
export function readCursor({ sort, order }: Sorting, cursor: string): WorklistPlace {
  const [sortThen, orderThen, given, caseId, name, subject] = partsOf(cursor);
  const key = sort === 'caseId' ? given : findInstant(given);
  const sameSorting = sortThen === sort && orderThen === order;
  if (!sameSorting || !isText(key) || !isText(caseId) || !isText(name) || !isText(subject)) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before, same sorting');
  }
  return [key, caseId, name, subject];
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Nothing that PostgreSQL would refuse to take as text. */
function isText(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0');
}

/** An instant that PostgreSQL knows too, or its "infinity". */
function findInstant(part: unknown): string | undefined {
  if (part === 'infinity') return part;
  if (typeof part !== 'string' || !/^\d{4}-\d\d-\d\d /.test(part)) return undefined;
  const instant = new Date(part);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
