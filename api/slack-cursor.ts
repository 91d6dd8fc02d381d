/** A place in the list of open cases by slack, as a cursor. */
import type { SlackPlace } from '../db/reads/slack';
import { findInstant, isText, readParts, writeParts } from './cursor-parts';
import { invalidInput } from './problems';

const kind = 'by-slack';

export function writeSlackCursor(place: SlackPlace): string {
  return writeParts([kind, ...place]);
}

/** Throws Problem invalid-input for what is no cursor of this list. */
export function readSlackCursor(cursor: string): SlackPlace {
  const [named, given, caseId] = readParts(cursor);
  const key = findInstant(given);
  if (named !== kind || key === undefined || !isText(caseId)) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before');
  }
  return [key, caseId];
}
