/** A case that is carried by hand: its file, what may be told of it, and what of that is not kept yet. */
import type { ActData } from '../../../domain/acts';
import { theService, type Actor } from '../../../domain/actor';
import { applyEvent } from '../../../domain/apply-event';
import type { CaseFile } from '../../../domain/case-file';
import type { CaseEvent, EventBody } from '../../../domain/events';
import type { ProblemCode } from '../../../domain/problems';
import type { UpdateVerb } from '../../../domain/verbs';
import { eventsOfAct } from '../../../policy/events-of-act';
import { whyNot } from '../../../policy/moves';
import type { Hands } from './hands';
import type { InventedFiling } from './invented-filing';

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
    /** The problem of an act that may not be; otherwise it is done. */
    act<V extends UpdateVerb>(verb: V, actor: Actor, data: ActData[V]): ProblemCode | undefined {
      const act = { actor, data, effectiveAt, intake: '1', outages: [] };
      const code = whyNot(verb, current(), act);
      if (code === undefined) tell(eventsOfAct[verb](current(), act), actor);
      return code;
    },
    async keep(): Promise<void> {
      const events = untold.splice(0);
      if (events.length > 0) await hands.keep(events);
    },
  };
}
export type CarriedStory = ReturnType<typeof openStory>;

/** Of acts that no rule has anything against. */
export function must(code: ProblemCode | undefined): void {
  if (code !== undefined) throw new Error(`an act that had to be possible was refused: ${code}`);
}
