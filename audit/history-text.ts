/** A workflow history as text and as what it says: protobuf JSON, payloads still encrypted. */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { hashOfJson, sha256Hex } from '../db/hash';
import { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

export interface HistoryText {
  json: string;
}

type Parsed = { history: History; fault?: undefined } | { history?: undefined; fault: string };

/** Never throws: what cannot be read is said. */
export function parseHistory(json: string): Parsed {
  try {
    const value = asObject(JSON.parse(json));
    const history = historyFromJSON(value);
    return history.events?.length ? { history } : { fault: 'it holds no events' };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** As exports carry it: an object, whether the text was written once or twice. */
export function asObject(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/**
 * SHA-256 of the history as canonical JSON, since Temporal writes the members of a payload in a new order each time;
 * of the bare text when it is no JSON.
 */
export function hashOfHistory(json: string): string {
  try {
    return hashOfJson(asObject(JSON.parse(json)));
  } catch {
    return sha256Hex(json);
  }
}

/** The run that this one continues; undefined for the first. */
export function previousRunOf({ events }: History): string | undefined {
  return events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
}

const { EventType } = temporal.api.enums.v1;

/** `TIMER_STARTED`, say. */
export function kindOf({ eventType }: HistoryEvent): string {
  return (EventType[eventType ?? 0] ?? 'EVENT_TYPE_UNKNOWN').replace('EVENT_TYPE_', '');
}

const endings = /^WORKFLOW_EXECUTION_(COMPLETED|FAILED|CANCELED|TERMINATED|TIMED_OUT|CONTINUED_AS_NEW)$/;

/** Whether the run has written its last event. */
export function isOver({ events }: History): boolean {
  const last = events?.at(-1);
  return last !== undefined && endings.test(kindOf(last));
}

/** The hashes of the workflow code, in the order in which it ran. */
export function bundlesOf({ events }: History): string[] {
  const hashes = (events ?? []).map(
    ({ workflowTaskCompletedEventAttributes: task }) =>
      task?.deploymentVersion?.buildId ?? task?.workerVersion?.buildId ?? '',
  );
  return [...new Set(hashes)].filter((hash) => hash !== '');
}
