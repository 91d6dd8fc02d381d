/** Keeps the whole history of a case that has ended, after its last event. */
import { exportHistory } from './activities';

export async function exportClosedCase(closed: { caseId: string; runId: string }): Promise<void> {
  await exportHistory(closed);
}
