/** The history of a run as Temporal holds it: payloads stay encrypted, the bundles that ran are named. */
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';
import type { FetchHistory } from '../activities/export-history';

type History = temporal.api.history.v1.IHistory;
const { EventType } = temporal.api.enums.v1;

const lastEvents = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
]);

export function createFetchHistory(client: Client): FetchHistory {
  return async (workflowId, runId) => {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const last = history.events?.at(-1);
    return {
      json: JSON.stringify(JSON.parse(historyToJSON(history))),
      lastEventId: Number(last?.eventId ?? 0),
      bundleHashes: bundlesOf(history),
      isClosed: lastEvents.has(last?.eventType ?? EventType.EVENT_TYPE_UNSPECIFIED),
    };
  };
}

/** The hashes of the workflow code in the order in which it ran. */
export function bundlesOf({ events }: History): string[] {
  const hashes = (events ?? []).flatMap(({ workflowTaskCompletedEventAttributes: task }) => {
    const hash = task?.deploymentVersion?.buildId ?? task?.workerVersion?.buildId ?? '';
    return hash === '' ? [] : [hash];
  });
  return [...new Set(hashes)];
}
