/** What a history holds: its events by kind, and what Temporal's published rules would bill for it. */
import { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
const { EventType } = temporal.api.enums.v1;

const kinds = {
  workflowTasks: EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  updates: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  signals: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  activities: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  timersSet: EventType.EVENT_TYPE_TIMER_STARTED,
  timersCancelled: EventType.EVENT_TYPE_TIMER_CANCELED,
  timersFired: EventType.EVENT_TYPE_TIMER_FIRED,
  children: EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
  searchAttributes: EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
} as const;

export type HistoryCount = Record<
  keyof typeof kinds | 'events' | 'attempts' | 'flushes' | 'childAttempts' | 'actions',
  number
>;

/** A workflow, its one child, and the name of the activity that writes the record. */
export interface Lived {
  own: History;
  child: History;
  flushActivity: string;
}

export function countHistory({ own, child, flushActivity }: Lived): HistoryCount {
  const events = own.events ?? [];
  const counted = Object.fromEntries(
    Object.entries(kinds).map(([kind, type]) => [
      kind,
      events.filter(({ eventType }) => eventType === type).length,
    ]),
  ) as Record<keyof typeof kinds, number>;
  const [attempts, childAttempts] = [attemptsIn(own), attemptsIn(child)];
  const flushes = events.filter(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === flushActivity,
  ).length;
  const { updates, signals, timersSet, children, searchAttributes } = counted;
  const actions =
    1 + updates + signals + attempts + timersSet + searchAttributes + 2 * children + childAttempts;
  return { ...counted, events: events.length, attempts, flushes, childAttempts, actions };
}

function attemptsIn({ events }: History): number {
  return (events ?? []).reduce(
    (sum, event) => sum + (event.activityTaskStartedEventAttributes?.attempt ?? 0),
    0,
  );
}

/** How `actions` is counted. */
export const actionRule =
  "Temporal Cloud's list of Actions (docs.temporal.io/cloud/actions): the workflow's start 1, each update 1 (the one " +
  'that starts the workflow is billed beside the start), each signal 1, each activity attempt 1, each timer set 1, each ' +
  'child workflow 2 in its parent; workflow tasks, cancelled timers and results are free. The attempts of the child’s own ' +
  'activity are added. A case asks no queries and sets no search attributes of its own; where one is counted the SDK noted a patch.';
