/** Keeps what Temporal would forget: the history of a case. */
import type { HistoryStore, StoredHistory } from '../db/history-store';

export interface FetchedHistory extends StoredHistory {
  isClosed: boolean;
}
export type FetchHistory = (workflowId: string, runId: string) => Promise<FetchedHistory>;

interface Export {
  caseId: string;
  runId: string;
  ended: boolean;
}

interface Deps {
  histories: HistoryStore;
  fetchHistory: FetchHistory;
}

export function createExportActivities({ histories, fetchHistory }: Deps) {
  return {
    /** Idempotent by (case, run, last event); of a run that has `ended` tried again until its last event is written. */
    async exportHistory({ caseId, runId, ended }: Export): Promise<void> {
      const { isClosed, ...history } = await fetchHistory(caseId, runId);
      if (ended && !isClosed) throw new Error('the run is still open');
      await histories.keep({ caseId, runId, ...history });
    },
  };
}
