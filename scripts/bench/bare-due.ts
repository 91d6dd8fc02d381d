/** The bare side of a deadline: a timer, and one regular activity that writes one row when it has fired. */
import { proxyActivities, sleep } from '@temporalio/workflow';
import type { BareActivities } from './bare-activities';

const { writeRows } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

/** `dueAt`: milliseconds since 1970. */
export async function bareDue(caseId: string, dueAt: number): Promise<void> {
  await sleep(Math.max(1, dueAt - Date.now()));
  await writeRows({ caseId, rows: [{ seq: 1, event: { dueAt } }], rowsBeside: 0 });
}
