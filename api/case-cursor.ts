/** A place in a list of cases by their ids, as a cursor. */
import { isText, readParts, writeParts } from './cursor-parts';
import { invalidInput } from './problems';

const kind = 'by-case';

export function writeCaseCursor(caseId: string): string {
  return writeParts([kind, caseId]);
}

/** Throws Problem invalid-input for what is no cursor of such a list. */
export function readCaseCursor(cursor: string): string {
  const [named, caseId] = readParts(cursor);
  if (named !== kind || !isText(caseId)) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before');
  }
  return caseId;
}
