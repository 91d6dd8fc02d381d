/** A row of the record as the event that it tells. */
import type { ChainedEvent } from '../db/chain';
import type { CaseEvent, EventType } from '../domain/events';

export function eventOf({
  seq,
  type,
  effectiveAt,
  actorId,
  actorRole,
  causeId,
  data,
}: ChainedEvent): CaseEvent {
  return { seq, type, effectiveAt, actor: { id: actorId, role: actorRole }, causeId, data } as CaseEvent;
}

/** Those of one kind, with their data. */
export function ofType<T extends EventType>(events: readonly CaseEvent[], type: T) {
  return events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type);
}

/** Whether the record is about a temporary permit; a case of the first years names no kind. */
export function isPermit(events: readonly CaseEvent[]): boolean {
  return ofType(events, 'application-opened')[0]?.data.kind === 'temporary-permit';
}
