/** One whole life at the level of Temporal, from the opening to the certificate: the same hand drives both sides. */
import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import type { Actor } from '../../domain/actor';
import { callbackChecks, permanentChecks } from '../../domain/agencies';
import { endOf } from '../../policy/clocks';
import { policyOf } from '../../policy/policies';
import { workThrough } from './rounds';
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
const instantIn = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Resolves when the opening is on the record. */
export async function openLife(
  { client, taskQueue, workflowType, argsOf }: Side,
  caseId: string,
  effectiveAt = instantIn(0),
): Promise<void> {
  const intake = nextNumber();
  const start = new WithStartWorkflowOperation(workflowType, {
    workflowId: caseId,
    taskQueue,
    args: argsOf(caseId, { intake, effectiveAt }),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
  await client.workflow.executeUpdateWithStart('openApplication', {
    startWorkflowOperation: start,
    updateId: intake,
  });
}

/** From the opening to the end that is measured. */
export type Driver = (side: Side, caseId: string) => Promise<void>;

/** What is sent to a case: acts, and news of agencies; after `moveTo` acts are effective shortly after that instant. */
export function takeCase({ client }: Side, caseId: string) {
  const handle = client.workflow.getHandle(caseId);
  let aheadMs = 0;
  return {
    act(verb: string, actor: Actor, data: object) {
      const [intake, effectiveAt] = [nextNumber(), instantIn(aheadMs)];
      const args: [object] = [{ intake, effectiveAt, actor, outages: [], data }];
      return handle.executeUpdate<{ seq: number }, [object]>(verb, { args, updateId: intake });
    },
    tell(name: string, agency: string, news: object) {
      const requestId = `${caseId}.${agency}.1`;
      const answer = { answerId: `answer-${nextNumber()}`, sha256: synthetic.textRef.sha256 };
      const stamp = { cause: `intake:${nextNumber()}`, effectiveAt: instantIn(0) };
      return handle.signal(name, { ...stamp, requestId, answer, ...news });
    },
    moveTo(at: string): void {
      aheadMs = Date.parse(at) - Date.now() + 1_000;
    },
  };
}

/**
 * Resolves when the certificate is on the record; the case lives on. The agencies that call back do so here, by
 * signals, at once. From the interview on the acts are effective on its day, which nobody waits for.
 */
export async function liveLife(side: Side, caseId: string): Promise<void> {
  const { act, tell, moveTo } = takeCase(side, caseId);
  const { applicant, caseworker, supervisor, textRef, documentFindings, panel } = synthetic;

  await openLife(side, caseId);
  await act('bookLanguageTest', applicant, {});
  await tell('receiveTestResult', 'testing-centre', testNews);
  await side.watch.until(caseId, 3);
  await act('submitForm', applicant, synthetic.formRef);
  await side.watch.until(caseId, 5);
  for (const check of callbackChecks) {
    await tell('receiveAgencyAnswer', check, { check, result: 'clear', codes: [] });
  }
  await side.watch.until(caseId, 5 + permanentChecks.length);
  await act('assignCase', caseworker, { assignee: caseworker.id });
  await act('judgeDocuments', caseworker, { findings: documentFindings, reason: textRef });
  const at = firstAppointment();
  await act('scheduleInterview', caseworker, { at, place: 'abai-office', panel });
  moveTo(at);
  await act('recordInterview', caseworker, interviewHeld);
  const proposed = await act('proposeDecision', caseworker, { outcome: 'grant', reasons: [], text: textRef });
  await act('approveDecision', supervisor, { version: proposed.seq });
  await side.watch.until(caseId, synthetic.eventsOfLife);
}

/** A certificate is valid for a year, and its case lives as long: these do not. */
export async function endLives({ client }: Side, caseIds: readonly string[]): Promise<void> {
  await workThrough(caseIds, 10, (caseId) => client.workflow.getHandle(caseId).terminate('measured'));
}

/** The earliest instant that the notice of an interview allows, and a little. */
function firstAppointment(): string {
  const { policyVersion, calendar } = synthetic.openingData;
  return endOf(policyOf(policyVersion).interview.notice.value, instantIn(60_000), calendar);
}

const interviewHeld = {
  attended: true,
  questions: [{ question: 'ties', points: 4, max: 5, remark: synthetic.textRef }],
  votes: synthetic.panel.map((member) => ({ member, vote: 'for' })),
  remarks: synthetic.textRef,
};

const testNews = {
  level: 'B1',
  bannedItems: false,
  blocks: [
    { block: 'listening', items: 20, correct: 17 },
    { block: 'reading', items: 40, correct: 33 },
  ],
};
