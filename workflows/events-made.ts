/** What an act makes in the record of a case: what was not recorded at first is left out where a history began without it. */
import { patched } from '@temporalio/workflow';
import type { Act } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import type { UpdateVerb } from '../domain/verbs';
import { eventsOfAct } from '../policy/events-of-act';

/** By the act, what its events did not say at first. */
const addedLater: Partial<Record<UpdateVerb, readonly string[]>> = {
  recordInterview: ['panel'],
  adoptCalendar: ['moved'],
  provideDocuments: ['rechecks'],
  proposeAnnulment: ['within'],
  satisfyComplaint: ['overtakes', 'keepsInterview', 'keepsMissing'],
  decideComplaint: ['overtakes', 'keepsInterview', 'keepsMissing'],
  decideReopening: ['heldUntil'],
  returnDecision: ['judgeAnew'],
};

export function eventsMade<V extends UpdateVerb>(verb: V, file: CaseFile, act: Act<V>): EventBody[] {
  return (addedLater[verb] ?? []).reduce(
    (bodies, added) => {
      const isSaid = bodies.some(({ data }) => added in data);
      return !isSaid || patched(`${verb}-says-${added}`) ? bodies : without(bodies, added);
    },
    eventsOfAct[verb](file, act),
  );
}

function without(bodies: readonly EventBody[], added: string): EventBody[] {
  return bodies.map(({ type, data }) => {
    const said = Object.entries(data).filter(([name]) => name !== added);
    return { type, data: Object.fromEntries(said) } as EventBody;
  });
}
