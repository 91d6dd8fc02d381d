/** Our own store of histories and of the workflow code that wrote them. */
import { desc, eq } from 'drizzle-orm';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from './connect';
import { sha256Hex } from './hash';
import { historyExports, workflowBundles } from './schema';

/** `json`: protobuf JSON of a whole run, payloads as they lie in Temporal. `bundleHashes`: the code that ran. */
export interface StoredHistory {
  json: string;
  lastEventId: number;
  bundleHashes: string[];
}

export function createHistoryStore(db: Database) {
  return {
    /** Once by (case, run, last event). */
    async keep({ json, ...row }: StoredHistory & { caseId: string; runId: string }): Promise<void> {
      const history = gzipSync(json);
      await db
        .insert(historyExports)
        .values({ ...row, history, sha256: sha256Hex(json) })
        .onConflictDoNothing();
    },

    /**
     * The runs kept of a case, the latest first; `intact` says whether the text still has the hash it was kept with.
     * Of an archive that cannot be opened any more the text is empty.
     */
    async findHistories(caseId: string): Promise<(StoredHistory & { runId: string; intact: boolean })[]> {
      const rows = await db.query.historyExports.findMany({
        where: eq(historyExports.caseId, caseId),
        orderBy: desc(historyExports.exportedAt),
      });
      return rows.map(({ history, sha256, runId, lastEventId, bundleHashes }) => {
        const json = unpacked(history) ?? '';
        return { json, runId, lastEventId, bundleHashes, intact: sha256Hex(json) === sha256 };
      });
    },

    /** Once by the SHA-256 of the code, which is returned. */
    async keepBundle(code: string): Promise<string> {
      const hash = sha256Hex(code);
      await db
        .insert(workflowBundles)
        .values({ hash, code: gzipSync(code) })
        .onConflictDoNothing();
      return hash;
    },

    /** The workflow code by its hash; undefined when it was never kept or is not that code any more. */
    async findBundle(hash: string): Promise<string | undefined> {
      const row = await db.query.workflowBundles.findFirst({ where: eq(workflowBundles.hash, hash) });
      if (row === undefined) return undefined;
      const code = unpacked(row.code);
      return code !== undefined && sha256Hex(code) === hash ? code : undefined;
    },
  };
}
export type HistoryStore = ReturnType<typeof createHistoryStore>;

function unpacked(archive: Buffer): string | undefined {
  try {
    return gunzipSync(archive).toString();
  } catch {
    return undefined;
  }
}
