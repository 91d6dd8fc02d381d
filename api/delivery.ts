/** Brings an entry of the register to its workflow and hears the answer: the one line from the API to Temporal. */
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { Act, ActReceipt } from '../domain/acts';
import { isProblemCode, type ProblemCode } from '../domain/problems';
import { updateVerbs, type UpdateVerb } from '../domain/verbs';
import type { Heartbeat } from '../db/heartbeat';
import type { IntakeEntry, Settlement } from '../db/intake';
import type { ActReads } from '../db/reads/acts';
import type { residencePermit } from '../workflows/residence-permit';
import type { temporaryPermit } from '../workflows/temporary-permit';
import * as messages from '../workflows/messages';

export interface DeliveryDeps {
  client: Client;
  taskQueue: string;
  reads: ActReads;
  heartbeat: Pick<Heartbeat, 'listKnownOutages'>;
}

export function createDelivery({ client, taskQueue, reads, heartbeat }: DeliveryDeps) {
  /**
   * Delivers under the entry's number, which is the update's id: however often it is delivered, it happens once.
   * Undefined when nobody answered within `budgetMs`; throws what nobody foresaw.
   */
  async function deliver(entry: IntakeEntry, budgetMs: number): Promise<Settlement | undefined> {
    if (entry.caseId === null) return { state: 'kept', answer: { reason: 'unknown-case' } };
    try {
      return await client.connection.withDeadline(Date.now() + budgetMs, () =>
        send(entry, entry.caseId ?? ''),
      );
    } catch (error) {
      return answerOfTrouble(entry, entry.caseId, error);
    }
  }

  async function send(entry: IntakeEntry, caseId: string): Promise<Settlement> {
    const handle = client.workflow.getHandle(caseId);
    const { verb } = entry;
    const workflow = openedBy[verb];
    if (workflow !== undefined) return answered(await open(workflow, entry));
    if (isUpdateVerb(verb)) {
      const options = { args: [await actOf(entry)] as [Act], updateId: String(entry.number) };
      return answered(await handle.executeUpdate<ActReceipt, [Act]>(verb, options));
    }
    await handle.signal(verb, { ...(entry.message as object), ...stampOf(entry) });
    return { state: 'answered', answer: {} };
  }

  async function actOf({ number, receivedAt, effectiveAt, ...entry }: IntakeEntry): Promise<Act> {
    const offsetMs = Date.parse(effectiveAt) - Date.parse(receivedAt);
    const outages = await heartbeat.listKnownOutages(effectiveAt, offsetMs);
    const actor = { id: entry.actorId, role: entry.actorRole };
    return { intake: String(number), effectiveAt, actor, outages, data: entry.message as Act['data'] };
  }

  function open(workflow: WorkflowName, entry: IntakeEntry): Promise<ActReceipt> {
    const { effectiveAt, actorId, actorRole, message, number } = entry;
    const caseId = entry.caseId ?? '';
    const data = message as messages.Opening['data'];
    const actor = { id: actorId, role: actorRole };
    const start = new WithStartWorkflowOperation<typeof residencePermit | typeof temporaryPermit>(workflow, {
      workflowId: caseId,
      taskQueue,
      args: [{ caseId, intake: String(number), effectiveAt, actor, data }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    return client.workflow.executeUpdateWithStart(messages.openApplication, {
      startWorkflowOperation: start,
      updateId: String(number),
    });
  }

  async function answerOfTrouble(
    entry: IntakeEntry,
    caseId: string,
    error: unknown,
  ): Promise<Settlement | undefined> {
    if (error instanceof WorkflowUpdateFailedError) return answerOfFailure(error);
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isOutage(error)) return undefined;
    const gone =
      error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError;
    if (!gone) throw error;
    const receipt = await reads.findReceipt(caseId, entry.number);
    if (receipt !== undefined) return answered(receipt);
    if (!(await reads.isOver(caseId))) return undefined;
    return entry.actorRole === 'agency' || entry.actorRole === 'service'
      ? { state: 'kept', answer: { reason: 'case-over' } }
      : refused('case-over');
  }

  return deliver;
}
export type Deliver = ReturnType<typeof createDelivery>;

type WorkflowName = 'residencePermit' | 'temporaryPermit';

/** The life that each opening verb begins. */
const openedBy: Readonly<Record<string, WorkflowName>> = {
  openApplication: 'residencePermit',
  openPermitApplication: 'temporaryPermit',
};

function isUpdateVerb(verb: string): verb is UpdateVerb {
  return updateVerbs.some((known) => known === verb);
}

function stampOf({ number, effectiveAt }: IntakeEntry): { cause: string; effectiveAt: string } {
  return { cause: `intake:${number}`, effectiveAt };
}

function answered(receipt: ActReceipt): Settlement {
  return { state: 'answered', answer: receipt };
}

function refused(code: ProblemCode): Settlement {
  return { state: 'refused', answer: { code } };
}

/** The validator's no; an update that was cut off by the end of its run is asked again. */
function answerOfFailure(error: WorkflowUpdateFailedError): Settlement | undefined {
  const type = error.cause instanceof ApplicationFailure ? (error.cause.type ?? '') : '';
  if (type === 'AcceptedUpdateCompletedWorkflow') return undefined;
  if (isProblemCode(type)) return refused(type);
  throw error;
}

/** gRPC's CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED and UNAVAILABLE: it may pass. */
const passing: readonly number[] = [1, 4, 8, 10, 14];

function isOutage(error: unknown): boolean {
  if (isGrpcServiceError(error)) return passing.includes(error.code);
  return error instanceof Error && isOutage(error.cause);
}
