/** A place in the list of alarms, as a cursor. */
import { readParts, writeParts } from './cursor-parts';
import { invalidInput } from './problems';

const kind = 'by-alarm';

export function writeAlarmCursor(alarm: number): string {
  return writeParts([kind, String(alarm)]);
}

/** Throws Problem invalid-input for what is no cursor of this list. */
export function readAlarmCursor(cursor: string): number {
  const [named, given] = readParts(cursor);
  const alarm = typeof given === 'string' && /^[1-9]\d{0,15}$/.test(given) ? Number(given) : undefined;
  if (named !== kind || alarm === undefined) {
    throw invalidInput('/cursor', 'wrong-format', 'take the cursor from the page before');
  }
  return alarm;
}
