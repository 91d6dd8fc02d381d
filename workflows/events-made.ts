/** What an act makes in the record of a case: what was not recorded at first is left out where a history began without it. */
import { patched } from '@temporalio/workflow';
import type { Act } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import type { UpdateVerb } from '../domain/verbs';
import { eventsOfAct } from '../policy/events-of-act';

/** By the act, what its event did not say at first. */
const addedLater: Partial<Record<UpdateVerb, string>> = {
  recordInterview: 'panel',
  adoptCalendar: 'moved',
  provideDocuments: 'rechecks',
  proposeAnnulment: 'within',
  satisfyComplaint: 'overtakes',
  decideComplaint: 'overtakes',
  decideReopening: 'heldUntil',
  returnDecision: 'judgeAnew',
};

export function eventsMade<V extends UpdateVerb>(verb: V, file: CaseFile, act: Act<V>): EventBody[] {
  const bodies = eventsOfAct[verb](file, act);
  const added = addedLater[verb];
  if (added === undefined || !bodies.some(({ data }) => added in data)) return bodies;
  if (patched(`${verb}-says-${added}`)) return bodies;
  return bodies.map(({ type, data }) => {
    const said = Object.entries(data).filter(([name]) => name !== added);
    return { type, data: Object.fromEntries(said) } as EventBody;
  });
}
