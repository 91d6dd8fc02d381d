/** Many cases that fall due at one instant: their turn lapses at midnight, and each is moved up to just before it. */
import type { Client } from '@temporalio/client';
import { createFastForward } from '../../api/fast-forward';
import { createCaseTime, type CaseTime } from '../../db/case-time';
import { connectDatabase } from '../../db/connect';
import { applyEvent } from '../../domain/apply-event';
import { shiftDays } from '../../domain/law-day';
import { deadlinesOf } from '../../policy/deadlines';
import { openLife } from './live-life';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import { applicant, inventCaseIds, openingData } from './synthetic-case';

const atOnce = 20;
const dayMs = 86_400_000;
/** Moved before the others to learn how long a move takes; none of them is counted, nor falls due. */
const tried = 100;
/** So far off at least that nothing falls due while the cases are still being opened. */
const farMs = 2 * 60 * 60 * 1000;

/** Opens them, and moves each case's own time so that its first deadline falls due at one instant of the wall clock. */
export async function openDueCases(scene: Scene, caseIds: readonly string[]): Promise<void> {
  const { effectiveAt, dueAt } = lastOpeningInTime();
  const open = (caseId: string) => openLife(scene.ours, caseId, effectiveAt);
  await workThrough(caseIds, atOnce, open);
  const trial = inventCaseIds(tried);
  await workThrough(trial, atOnce, open);
  const moving = (await moveAll(scene, trial, 1_000)) * (caseIds.length / tried);
  const dueMs = Date.now() + 30_000 + 2_000 * moving;
  await moveAll(scene, caseIds, Date.parse(dueAt) - dueMs);
  if (Date.now() > dueMs - 1_000) throw new Error('the first cases fell due before the last was moved');
}

/** The earliest opening whose first deadline still lies far enough ahead. */
function lastOpeningInTime(): { effectiveAt: string; dueAt: string } {
  const soonest = new Date(Date.now() + farMs).toISOString();
  for (let days = 200; days >= 0; days -= 1) {
    const effectiveAt = shiftDays(new Date().toISOString(), -days);
    const meta = { effectiveAt, actor: applicant, causeId: 'intake:1', seq: 1 };
    const opened = applyEvent('opened', null, { type: 'application-opened', data: openingData, ...meta });
    const dueAt = deadlinesOf(opened)[0]?.dueAt ?? '';
    if (dueAt > soonest) return { effectiveAt, dueAt };
  }
  throw new Error('no opening falls due in time');
}

/** Resolves with the seconds that it took. */
async function moveAll(scene: Scene, caseIds: readonly string[], byMs: number): Promise<number> {
  const { client, ground } = scene;
  const { db, close } = connectDatabase(ground.environments.api['DATABASE_URL'] ?? '', () => undefined);
  const caseTime = createCaseTime(db);
  const { namespace } = ground.addresses;
  const { signal } = new AbortController();
  const forward = createFastForward({ client, namespace, caseTime, signal });
  const seconds = await workThrough(caseIds, atOnce, async (caseId) => {
    await forward(caseId, byMs / dayMs);
    await noteOffset({ client, namespace, caseTime }, caseId);
  });
  await close();
  return seconds;
}

/** Never less than it is: a register that seems behind the deadline would make the worker ask again. */
async function noteOffset(
  { client, namespace, caseTime }: { client: Client; namespace: string; caseTime: CaseTime },
  caseId: string,
): Promise<void> {
  const askedAtMs = Date.now();
  const { workflowExtendedInfo: info } = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId: caseId },
  });
  const now = info?.timeSkippingInfo?.currentTime;
  if (!now) throw new Error(`${caseId} lives in nobody's time`);
  const nowMs = Number(now.seconds) * 1000 + Math.ceil((now.nanos ?? 0) / 1e6);
  await caseTime.set(caseId, nowMs - askedAtMs);
}
