/** One whole life at the level of Temporal, from the opening to the certificate: the same hand drives both sides. */
import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import type { Actor } from '../../domain/actor';
import { callbackChecks, checks } from '../../domain/agencies';
import type { RecordWatch } from './seq-watch';
import * as synthetic from './synthetic-case';

export interface Side {
  client: Client;
  watch: RecordWatch;
  taskQueue: string;
  workflowType: string;
  /** What the workflow is started with. */
  argsOf: (caseId: string, opening: { intake: string; effectiveAt: string }) => unknown[];
}

let lastNumber = 0;

/** The number of an act, which is also its update's id. */
function nextNumber(): string {
  lastNumber += 1;
  return String(lastNumber);
}
const now = () => new Date().toISOString();

/** Resolves when the opening is on the record. */
export async function openLife(
  { client, taskQueue, workflowType, argsOf }: Side,
  caseId: string,
): Promise<void> {
  const intake = nextNumber();
  const start = new WithStartWorkflowOperation(workflowType, {
    workflowId: caseId,
    taskQueue,
    args: argsOf(caseId, { intake, effectiveAt: now() }),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
  await client.workflow.executeUpdateWithStart('openApplication', {
    startWorkflowOperation: start,
    updateId: intake,
  });
}

/** Resolves when the workflow is over. The agencies that call back do so here, by signals, at once. */
export async function liveLife(side: Side, caseId: string): Promise<void> {
  const handle = side.client.workflow.getHandle(caseId);
  const act = (verb: string, actor: Actor, dataAt: object | ((effectiveAt: string) => object)) => {
    const [intake, effectiveAt] = [nextNumber(), now()];
    const data = typeof dataAt === 'function' ? dataAt(effectiveAt) : dataAt;
    const args: [object] = [{ intake, effectiveAt, actor, data }];
    return handle.executeUpdate<{ seq: number }, [object]>(verb, { args, updateId: intake });
  };
  const tell = (name: string, agency: string, news: object) => {
    const requestId = `${caseId}.${agency}.1`;
    const answer = { answerId: `answer-${nextNumber()}`, sha256: synthetic.textRef.sha256 };
    const stamp = { cause: `intake:${nextNumber()}`, effectiveAt: now() };
    return handle.signal(name, { ...stamp, requestId, answer, ...news });
  };
  const { applicant, caseworker, supervisor, textRef } = synthetic;

  await openLife(side, caseId);
  await act('bookLanguageTest', applicant, {});
  await tell('receiveTestResult', 'testing-centre', testNews);
  await side.watch.until(caseId, 3);
  await act('submitForm', applicant, synthetic.formRef);
  await side.watch.until(caseId, 5);
  for (const check of callbackChecks) {
    await tell('receiveAgencyAnswer', check, { check, result: 'clear', codes: [] });
  }
  await side.watch.until(caseId, 5 + checks.length);
  await act('assignCase', caseworker, { assignee: caseworker.id });
  await act('scheduleInterview', caseworker, interviewSoonAfter);
  await act('recordInterview', caseworker, { outcome: 'passed', remarks: textRef });
  const proposed = await act('proposeDecision', caseworker, { outcome: 'grant', reasons: [], text: textRef });
  await act('approveDecision', supervisor, { version: proposed.seq });
  await handle.result();
}

/** It has begun by the time that the next act arrives. */
function interviewSoonAfter(effectiveAt: string) {
  return { at: new Date(Date.parse(effectiveAt) + 2).toISOString(), place: 'abai-office' };
}

const testNews = {
  level: 'B1',
  bannedItems: false,
  blocks: [
    { block: 'listening', items: 20, correct: 17 },
    { block: 'reading', items: 40, correct: 33 },
  ],
};
