/** What every case lives by, whatever its kind: its stages walked, its time kept, its history kept at each end. */
import {
  CancellationScope,
  allHandlersFinished,
  condition,
  isCancellation,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseStatus, Stage } from '../domain/statuses';
import { isOver, stageOf } from '../domain/waiting';
import type { exportCase } from './export-case';
import type { Life } from './life';
import { keepTime } from './timekeeper';

export interface CaseOutcome {
  caseId: string;
  status: CaseStatus;
}

/** What is done in each stage; a step ends when the case is past it, wherever it went. */
export type Steps = Record<Stage, (life: Life) => Promise<void>>;

/** Ends when nothing can come any more, or when the history has grown too long for one run: then `goOn` is next. */
export async function liveThrough(
  life: Life,
  steps: Steps,
  goOn: () => Promise<never>,
): Promise<CaseOutcome> {
  const { caseId } = life.file;
  const going = new CancellationScope();
  const walking = going
    .run(() => Promise.all([walk(life, steps), keepTime(life)]))
    .catch((error: unknown) => {
      if (!isCancellation(error) || !going.consideredCancelled) throw error;
    });
  const grown = () => workflowInfo().continueAsNewSuggested;
  const over = condition(() => isOver(life.file) || grown());
  const recording = life.recorder.run();
  await Promise.race([over, recording, walking.then(() => over)]);
  going.cancel();
  await Promise.race([walking, recording]);
  await keepHistory(caseId, 'end');
  await Promise.race([condition(() => life.recorder.isIdle() && allHandlersFinished()), recording]);
  if (!isOver(life.file)) await goOn();
  return { caseId, status: life.file.status };
}

async function walk(life: Life, steps: Steps): Promise<void> {
  while (!isOver(life.file)) await steps[stageOf(life.file)](life);
}

/** The decision stands; what can still come is a complaint, an annulment, a reopening, a reminder, an expiry. */
export async function liveOn(life: Life): Promise<void> {
  if (!isOver(life.file)) await keepHistory(life.file.caseId, life.file.seq);
  await life.until((file) => isOver(file) || stageOf(file) !== 'closed');
}

/** A run cannot export its own last event: a child that outlives it does; another one when a decision falls. */
async function keepHistory(caseId: string, upTo: number | 'end'): Promise<void> {
  const { runId } = workflowInfo();
  await startChild<typeof exportCase>('exportCase', {
    workflowId: `${caseId}.export.${runId}.${upTo}`,
    parentClosePolicy: 'ABANDON',
    args: [{ caseId, runId, ended: upTo === 'end' }],
  });
}
