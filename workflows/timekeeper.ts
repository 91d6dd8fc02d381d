/** The durable timer of a case: set to its next deadline, set anew whenever that changes. */
import { condition } from '@temporalio/workflow';
import { eventOfDeadline, type Deadline } from '../policy/deadlines';
import { isOver } from '../domain/waiting';
import { letsActsGoFirst } from './acts-first';
import { findActsBefore, findOutages } from './activities';
import type { Life } from './life';
import { outagesSoughtSince } from './outages-noted';

const firstLookMs = 5_000;
const longestLookMs = 60 * 60 * 1000;

/** Records each deadline when its time has come, until the case is over. */
export async function keepTime(life: Life): Promise<void> {
  while (!isOver(life.file)) {
    const due = life.nextDeadline;
    const stands = () => life.nextDeadline?.name === due?.name && life.nextDeadline?.dueAt === due?.dueAt;
    if (due === undefined) {
      await condition(() => !stands());
      continue;
    }
    const inMs = Date.parse(due.dueAt) - Date.now();
    if (inMs > 0 && (await condition(() => !stands(), inMs))) continue;
    if (letsActsGoFirst(due)) await hearActsFirst(life, due, stands);
    if (stands()) await noteOutages(life, due, stands);
    if (stands()) await life.recordDeadline(eventOfDeadline(life.file, due));
  }
}

/** An act that was stamped in time and is still on its way is waited for, however long that takes. */
async function hearActsFirst(life: Life, due: Deadline, stands: () => boolean): Promise<void> {
  const { caseId } = life.file;
  for (let pauseMs = firstLookMs; stands(); pauseMs = Math.min(2 * pauseMs, longestLookMs)) {
    const onTheWay = await findActsBefore({ caseId, before: due.dueAt });
    const unheard = onTheWay.filter((intake) => !life.hasHeard(intake));
    if (unheard.length === 0) return;
    await condition(() => !stands() || unheard.every(life.hasHeard), pauseMs);
  }
}

/** Days on which nothing could be handed in are given back before a turn, an objection or a complaint comes too late. */
async function noteOutages(life: Life, due: Deadline, stands: () => boolean): Promise<void> {
  const since = outagesSoughtSince(life.file, due);
  if (since === undefined) return;
  const known = await findOutages({ caseId: life.file.caseId, since });
  if (stands()) await life.noteOutages(known);
}
