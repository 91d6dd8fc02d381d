/** A place in the list of an employer's workers, as a cursor. */
import type { WorkerPlace } from '../db/reads/workers';
import { isText, readParts, writeParts } from './cursor-parts';
import { invalidInput } from './problems';

const kind = 'by-opening';

export function writeWorkerCursor(place: WorkerPlace): string {
  return writeParts([kind, ...place]);
}

/** Throws Problem invalid-input for what is no cursor of this list. */
export function readWorkerCursor(cursor: string): WorkerPlace {
  const [named, openedAt, caseId] = readParts(cursor);
  const isInstant = isText(openedAt) && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(openedAt);
  if (named !== kind || !isInstant || Number.isNaN(Date.parse(openedAt)) || !isText(caseId)) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before');
  }
  return [openedAt, caseId];
}
