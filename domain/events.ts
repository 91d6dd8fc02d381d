/** What can happen in the life of a case: the words of the legal record. Data is ids, codes and hashes only. */
import type { Actor } from './actor';
import type { ClockEvents } from './events/clock';
import type { ComplaintEvents } from './events/complaint';
import type { DecisionEvents } from './events/decision';
import type { FormEvents } from './events/form';
import type { InterviewEvents } from './events/interview';
import type { LanguageEvents } from './events/language';
import type { NoticeEvents } from './events/notices';
import type { PermitEvents } from './events/permit';
import type { VerificationEvents } from './events/verification';

export * from './evidence';
export * from './events/clock';
export * from './events/complaint';
export * from './events/decision';
export * from './events/interview';
export * from './events/language';
export * from './events/permit';

/** Every kind of event with what it says; each family has a file of its own. */
export interface EventData
  extends
    LanguageEvents,
    FormEvents,
    VerificationEvents,
    InterviewEvents,
    DecisionEvents,
    ComplaintEvents,
    ClockEvents,
    NoticeEvents,
    PermitEvents {}

export type EventType = keyof EventData;

/** Type and data of an event, before it has a place in the record. */
export type EventBody = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** `effectiveAt` (ISO 8601, UTC): when it counts in law. `causeId`: intake number, deadline or activity. */
export interface EventMeta {
  effectiveAt: string;
  actor: Actor;
  causeId: string;
}

/** An event in its place: `seq` counts from 1 without a gap. */
export type CaseEvent = EventBody & EventMeta & { seq: number };
