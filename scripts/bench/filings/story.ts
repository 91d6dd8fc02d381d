/** A case that is carried by hand: its file, what may be told of it, and what of that is not kept yet. */
import type { ActData } from '../../../domain/acts';
import { theService, type Actor } from '../../../domain/actor';
import { applyEvent } from '../../../domain/apply-event';
import type { CaseFile } from '../../../domain/case-file';
import type { CaseEvent, EventBody } from '../../../domain/events';
import type { UpdateVerb } from '../../../domain/verbs';
import { eventsOfAct } from '../../../policy/events-of-act';
import { whyNot } from '../../../policy/moves';
import { permitPolicies } from '../../../policy/permit/policies';
import type { Hands } from './hands';
import type { InventedFiling } from './invented-filing';

/** The newest policy of permits. */
export const policyVersion = permitPolicies.at(-1)?.version ?? '';
export const text = { textId: 'text-1', sha256: 'a'.repeat(64) };
export const officer: Actor = { id: 'officer', role: 'caseworker' };
export const applicant: Actor = { id: 'applicant', role: 'applicant' };

export function openStory(invented: InventedFiling, hands: Hands) {
  const { caseId, filedOn } = invented;
  const effectiveAt = `${filedOn}T05:00:00.000Z`;
  const untold: CaseEvent[] = [];
  let file: CaseFile | null = null;

  function tell(bodies: readonly EventBody[], actor: Actor = theService): void {
    for (const body of bodies) {
      const seq = (file?.seq ?? 0) + 1;
      const event = { ...body, seq, effectiveAt, actor, causeId: `cause:${seq}` };
      file = applyEvent(caseId, file, event);
      untold.push(event);
    }
  }
  function current(): CaseFile {
    if (file === null) throw new Error(`${caseId} is not open`);
    return file;
  }
  return {
    invented,
    hands,
    tell,
    get file(): CaseFile {
      return current();
    },
    /** Throws where a rule has anything against it. */
    act<V extends UpdateVerb>(verb: V, actor: Actor, data: ActData[V]): void {
      const act = { actor, data, effectiveAt, intake: '1', outages: [] };
      const code = whyNot(verb, current(), act);
      if (code !== undefined) throw new Error(`${caseId}: ${verb} had to be possible, but came to ${code}`);
      tell(eventsOfAct[verb](current(), act), actor);
    },
    async keep(): Promise<void> {
      const events = untold.splice(0);
      if (events.length > 0) await hands.keep(events);
    },
  };
}
export type CarriedStory = ReturnType<typeof openStory>;
