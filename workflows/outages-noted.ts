/** Which outages a case notes, and when it asks for them: at first those of a turn alone, and a history of then goes on so. */
import { patched } from '@temporalio/workflow';
import type { CaseFile } from '../domain/case-file';
import type { Outage } from '../domain/clock';
import type { CaseEvent } from '../domain/events';
import type { Deadline } from '../policy/deadlines';
import { eventsOfOutages, outagesMatterSince, outagesToNote } from '../policy/outages';

const inEveryTerm = () => patched('outages-in-every-term');

export function outagesNoted(file: CaseFile, known: readonly Outage[]): CaseEvent[] {
  const notes = outagesToNote(file, known);
  const ofTurns = notes.filter(({ terms }) => terms === undefined);
  const isAllOfTurns = ofTurns.length === notes.length;
  return eventsOfOutages(file, isAllOfTurns || inEveryTerm() ? notes : ofTurns);
}

/** Since when outages are looked up before a deadline takes the applicant's time; undefined where they are not. */
export function outagesSoughtSince(file: CaseFile, { event: { type } }: Deadline): string | undefined {
  const since = outagesMatterSince(file, type);
  return since === undefined || type === 'turn-lapsed' || inEveryTerm() ? since : undefined;
}
