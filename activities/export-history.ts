/** Keeps what Temporal would forget: the whole history of a case that has ended. */
import type { HistoryStore, StoredHistory } from '../db/history-store';

export interface FetchedHistory extends StoredHistory {
  isClosed: boolean;
}
export type FetchHistory = (workflowId: string, runId: string) => Promise<FetchedHistory>;

interface Deps {
  histories: HistoryStore;
  fetchHistory: FetchHistory;
}

export function createExportActivities({ histories, fetchHistory }: Deps) {
  return {
    /** Idempotent by (case, run, last event); tried again until the run has written its last event. */
    async exportHistory({ caseId, runId }: { caseId: string; runId: string }): Promise<void> {
      const { isClosed, ...history } = await fetchHistory(caseId, runId);
      if (!isClosed) throw new Error('the run is still open');
      await histories.keep({ caseId, runId, ...history });
    },
  };
}
