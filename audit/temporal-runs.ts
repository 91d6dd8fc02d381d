/** Asking Temporal for the runs of a case. */
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bundlesOf } from './history-text';
import type { TemporalRuns } from './runs';

/** A Temporal that does not answer in this time is away, and our own store is asked. */
const patienceMs = 5_000;

export function createTemporalRuns(client: Client): TemporalRuns {
  const orGone = <T>(ask: () => Promise<T>) =>
    client.withDeadline(Date.now() + patienceMs, () => unlessGone(ask));

  return {
    findLatestRunId: (caseId) =>
      orGone(async () => (await client.workflow.getHandle(caseId).describe()).runId),

    findRun: (caseId, runId) =>
      orGone(async () => {
        const history = await client.workflow.getHandle(caseId, runId).fetchHistory();
        const json = JSON.stringify(JSON.parse(historyToJSON(history)));
        return { json, bundleHashes: bundlesOf(history) };
      }),
  };
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
