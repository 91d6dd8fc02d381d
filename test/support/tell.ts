/** How a story is told: events with their places, and what else is said of them. */
import type { Actor } from '../../domain/actor';
import type { Check } from '../../domain/agencies';
import type { CaseEvent, EventData, EventType } from '../../domain/events';
import { caseId, onDay, usualActor, usualData } from './usual-events';

export interface Told<T extends EventType = EventType> {
  type: T;
  data: EventData[T];
  effectiveAt: string;
  actor: Actor;
  causeId: string | undefined;
}
interface Unlike<T extends EventType> {
  day?: number;
  effectiveAt?: string;
  actor?: Actor;
  causeId?: string;
  data?: Partial<EventData[T]>;
}

/** An event before it has its place in a story; `day` counts from the opening, 0 when nothing is said. */
export function tell<T extends EventType>(type: T, unlike: Unlike<T> = {}): Told {
  const { day = 0, effectiveAt = onDay(day), actor = usualActor[type], causeId, data } = unlike;
  return { type, data: { ...usualData[type], ...data }, effectiveAt, actor, causeId } as Told;
}

/** The events in their places, counted from `from`; each cause is `cause:<seq>` unless it was told. */
export function story(told: readonly Told[], from = 1): CaseEvent[] {
  return told.map(({ causeId, ...event }, index) => {
    const seq = from + index;
    return { ...event, seq, causeId: causeId ?? `cause:${seq}` } as CaseEvent;
  });
}

/** One event in its place. */
export function anEvent<T extends EventType>(type: T, unlike: Unlike<T> & { seq?: number } = {}): CaseEvent {
  return story([tell(type, unlike)], unlike.seq)[0]!;
}

export function answeredClear(check: Check, day: number): Told {
  return tell('check-answered', { day, data: { check, requestId: `${caseId}.${check}.1` } });
}
