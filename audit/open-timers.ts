/** The timers of a run that have neither fired nor been cancelled, by the instant at which each fires. */
import type { History, HistoryEvent } from './history-text';

/** Instants in milliseconds since 1970 (UTC), the earliest first; none of a run that has ended, however it did. */
export function openTimersOf({ events }: History): number[] {
  if (hasEnded(events?.at(-1))) return [];
  const open = new Map<string, number>();
  for (const event of events ?? []) {
    const started = event.timerStartedEventAttributes;
    if (started) open.set(started.timerId ?? '', instantOf(event) + millisOf(started.startToFireTimeout));
    const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (ended) open.delete(ended.timerId ?? '');
  }
  return [...open.values()].sort((a, b) => a - b);
}

function hasEnded(last: HistoryEvent = {}): boolean {
  return [
    last.workflowExecutionCompletedEventAttributes,
    last.workflowExecutionFailedEventAttributes,
    last.workflowExecutionTimedOutEventAttributes,
    last.workflowExecutionCanceledEventAttributes,
    last.workflowExecutionTerminatedEventAttributes,
    last.workflowExecutionContinuedAsNewEventAttributes,
  ].some(Boolean);
}

type Span = NonNullable<HistoryEvent['timerStartedEventAttributes']>['startToFireTimeout'];

function instantOf({ eventTime }: HistoryEvent): number {
  return millisOf(eventTime);
}

function millisOf(span: Span | HistoryEvent['eventTime']): number {
  return Number(span?.seconds ?? 0) * 1000 + (span?.nanos ?? 0) / 1_000_000;
}
