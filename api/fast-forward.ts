/** Development only: lets days pass for one case, on a Temporal server that can skip time. */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import type { CaseTime } from '../db/case-time';
import { Problem } from './problems';

const { FastForwardPollingResult: Result } = temporal.api.enums.v1;
const dayMs = 24 * 60 * 60 * 1000;

/** `from` and `to` are instants of the case; `ended`: its life was over before the days were. */
export interface Moved {
  from: string;
  to: string;
  ended: boolean;
}
export type FastForward = (caseId: string, days: number) => Promise<Moved>;

interface Deps {
  client: Client;
  namespace: string;
  caseTime: CaseTime;
  /** Whoever aborts it wants no answer any more: nothing is asked of the server after that. */
  signal: AbortSignal;
}

/** Throws Problem('time-cannot-be-moved') when the case is over or the server does not know how to skip time. */
export function createFastForward({ client, namespace, caseTime, signal }: Deps): FastForward {
  const { workflowService } = client;
  setMaxListeners(0, signal);

  async function skip(workflowId: string, byMs: number): Promise<{ ended: boolean }> {
    const workflowExecution = { workflowId };
    const id = randomUUID();
    const fastForwardConfig = { id, duration: msToTs(byMs) };
    await workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig } },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const poll = { namespace, workflowExecution, fastForwardId: id };
      const { fastForwardPollingResult: result } = await client.connection.withAbortSignal(signal, () =>
        workflowService.pollWorkflowExecutionTimeSkipping(poll),
      );
      if (result === Result.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) continue;
      return { ended: result !== Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED };
    }
  }

  /** The case's own instant as the server has it, in milliseconds since 1970. */
  async function virtualNow(workflowId: string): Promise<number | undefined> {
    const described = await workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId },
    });
    const at = described.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return at ? Number(at.seconds) * 1000 + Math.floor((at.nanos ?? 0) / 1e6) : undefined;
  }

  return async (caseId, days) => {
    const byMs = Math.round(days * dayMs);
    const before = await caseTime.move(caseId, 0);
    const from = new Date(Date.now() + before).toISOString();
    // Ahead of the skip: while days pass, acts and the look into the register already live at their end.
    await caseTime.move(caseId, byMs);
    try {
      const { ended } = await skip(caseId, byMs);
      const now = await virtualNow(caseId);
      if (now !== undefined && !ended) await caseTime.set(caseId, now - Date.now());
      const offsetMs = await caseTime.move(caseId, 0);
      return { from, to: new Date(Date.now() + offsetMs).toISOString(), ended };
    } catch (error) {
      await caseTime.set(caseId, before);
      if (!(error instanceof WorkflowNotFoundError || isGrpcServiceError(error))) throw error;
      const detail =
        'the case is over, or the Temporal server cannot skip time (frontend.WorkflowTimeSkippingEnabled)';
      throw new Problem('time-cannot-be-moved', { cause: error, detail });
    }
  };
}
