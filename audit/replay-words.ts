/** What the replayer's own message means, in words for a lawyer. */
import { kindOf, type HistoryEvent } from './history-text';

/** What the code asked for where the history has something else, by the replayer's name for it. */
const wishes: readonly [RegExp, string][] = [
  [/Cancel timer machine|CancelTimer/i, 'take a timer back'],
  [/Timer machine/, 'set a timer'],
  [/Activity machine/, 'order an activity'],
  [/Complete workflow machine/, 'end the case'],
  [/Fail workflow machine/, 'fail the case'],
  [/Continue as new/i, 'go on in a new run'],
  [/Child workflow|ChildWorkflow/i, 'start the keeping of the history'],
  [/Patch machine|Version marker/i, 'note a change of the code'],
  [/Update machine/i, 'answer an act of a person'],
];

const otherActivity = /scheduled event '([^']+)' does not match activity type of activity command '([^']+)'/;
const otherId =
  /Activity id of scheduled event '([^']+)' does not match activity id of activity command '([^']+)'/;

export function wordsOfNondeterminism(message: string, event: HistoryEvent | undefined): string {
  const happened = event === undefined ? 'at an event that could not be found' : describeEvent(event);
  const [, , wanted] = otherActivity.exec(message) ?? [];
  if (wanted !== undefined) return `${happened}; the code would have ordered the activity ${wanted} there.`;
  if (otherId.test(message)) return `${happened}; the code would have ordered it in another place.`;
  if (/No command scheduled for event/.test(message)) return `${happened}; the code asks for nothing there.`;
  const wish = wishes.find(([pattern]) => pattern.test(message))?.[1];
  return wish === undefined
    ? `${happened}; the code would have done something else.`
    : `${happened}; the code would ${wish} there.`;
}

/** The number that the message gives itself. */
export function findEventId(message: string): number | undefined {
  const id = /HistoryEvent\(id: (\d+)/.exec(message)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The heart of the message, without what the machine wraps around it. */
export function technicalOf(message: string): string {
  const heart = /message: "(.*?)", source/s.exec(message)?.[1];
  const heard = message.split('; ').slice(1).join('; ');
  return [
    heart ?? message.slice(0, 500),
    ...(heart !== undefined && heard !== '' ? [heard.slice(0, 500)] : []),
  ].join('; ');
}

export function describeEvent(event: HistoryEvent): string {
  const { eventId, eventTime, activityTaskScheduledEventAttributes: activity } = event;
  const { workflowExecutionUpdateAcceptedEventAttributes: update } = event;
  const at = new Date(Number(eventTime?.seconds ?? 0) * 1000).toISOString().slice(0, 16).replace('T', ' ');
  const what = activity
    ? `the activity ${activity.activityType?.name ?? '?'} was ordered`
    : update
      ? `the act ${update.acceptedRequest?.input?.name ?? '?'} was accepted`
      : kindOf(event).toLowerCase().replaceAll('_', ' ');
  return `Event ${Number(eventId)} of ${at} UTC: ${what}`;
}
