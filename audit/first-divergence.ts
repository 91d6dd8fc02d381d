/** Which event of a history is the first that the code does not reproduce, when the replayer does not say. */
import { kindOf, type History } from './history-text';

interface Search {
  history: History;
  /** Whether the code reproduces the history up to and with this many events. */
  isReproduced: (events: number) => Promise<boolean>;
  /** The activity that the message names, if it names one. */
  activity: string | undefined;
}

/** Halves the history at the tasks of the workflow; undefined when every part of it is reproduced. */
export async function findFirstDivergence({
  history,
  isReproduced,
  activity,
}: Search): Promise<number | undefined> {
  const events = history.events ?? [];
  const tasks = events.flatMap((event, index) =>
    kindOf(event) === 'WORKFLOW_TASK_STARTED' ? [index + 1] : [],
  );
  const ends = [...tasks, events.length];
  let good = 0;
  let bad = ends.length - 1;
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (await isReproduced(ends[middle] ?? events.length)) good = middle + 1;
    else bad = middle;
  }
  const from = ends[bad - 1] ?? 0;
  const to = ends[bad] ?? events.length;
  const ordered = events.slice(from, to).filter((event) => kindOf(event) !== 'WORKFLOW_TASK_COMPLETED');
  const named = ordered.find(
    ({ activityTaskScheduledEventAttributes: scheduled }) =>
      activity !== undefined && scheduled?.activityType?.name === activity,
  );
  const first = named ?? ordered[0];
  return first && Number(first.eventId);
}
