/** The runs of a case, the earliest first, from wherever each can still be had. */
import type { HistoryStore } from '../db/history-store';
import { parseHistory, previousRunOf, type HistoryText } from './history-text';

/** `source: missing`: known from the run after it, and neither Temporal nor our store has it. */
export interface CaseRun extends HistoryText {
  runId: string;
  source: 'temporal' | 'store' | 'file' | 'missing';
  bundleHashes: string[];
  /** What whoever kept it said of it; absent when it comes from Temporal itself. */
  kept?: { lastEventId: number; intact: boolean };
}

/** A run as Temporal has it; undefined when it has it no more. */
export interface TemporalRuns {
  findLatestRunId(caseId: string): Promise<string | undefined>;
  findRun(caseId: string, runId: string): Promise<{ json: string; bundleHashes: string[] } | undefined>;
}

interface Deps {
  temporal: TemporalRuns;
  histories: Pick<HistoryStore, 'findHistories'>;
}

/** `trouble`: why Temporal could not be asked; then only our own store was. */
export interface CaseRuns {
  runs: CaseRun[];
  trouble: string | null;
}

export function createRunFinder({ temporal, histories }: Deps) {
  return async (caseId: string): Promise<CaseRuns> => {
    const kept = latestOfEach(await histories.findHistories(caseId));
    let trouble: string | null = null;
    async function fromTemporal<T>(ask: () => Promise<T>): Promise<T | undefined> {
      if (trouble !== null) return undefined;
      try {
        return await ask();
      } catch (error) {
        trouble = (error as Error).message;
        return undefined;
      }
    }

    async function findRun(runId: string): Promise<CaseRun> {
      const found = await fromTemporal(() => temporal.findRun(caseId, runId));
      if (found !== undefined) return { runId, source: 'temporal', ...found };
      const own = kept.find((row) => row.runId === runId);
      if (own === undefined) return { runId, source: 'missing', json: '', bundleHashes: [] };
      const { json, bundleHashes, lastEventId, intact } = own;
      return { runId, source: 'store', json, bundleHashes, kept: { lastEventId, intact } };
    }

    const runs: CaseRun[] = [];
    let next = (await fromTemporal(() => temporal.findLatestRunId(caseId))) ?? lastInChain(kept)?.runId;
    while (next !== undefined && !runs.some(({ runId }) => runId === next)) {
      const run = await findRun(next);
      runs.unshift(run);
      const parsed = parseHistory(run.json);
      next = parsed.history === undefined ? undefined : previousRunOf(parsed.history);
    }
    return { runs, trouble };
  };
}

/** The run that none of the others continues; exports of a long life may have been kept in any order. */
function lastInChain<T extends { runId: string; json: string }>(kept: T[]): T | undefined {
  const continued = kept.map(({ json }) => {
    const { history } = parseHistory(json);
    return history && previousRunOf(history);
  });
  return kept.find(({ runId }) => !continued.includes(runId));
}

function latestOfEach<T extends { runId: string; lastEventId: number }>(rows: T[]): T[] {
  return rows.filter(
    (row) => !rows.some((other) => other.runId === row.runId && other.lastEventId > row.lastEventId),
  );
}
