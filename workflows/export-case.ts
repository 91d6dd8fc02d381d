/** Keeps the history of a case: as far as it has come, or whole, after its last event. */
import { exportHistory } from './activities';

export async function exportCase(run: { caseId: string; runId: string; ended: boolean }): Promise<void> {
  await exportHistory(run);
}
