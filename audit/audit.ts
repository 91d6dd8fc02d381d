/** What an auditor can do: export a case, replay and recompute it, verify its chain. */
import type { Client } from '@temporalio/client';
import { readFile } from 'node:fs/promises';
import { createEncryptionCodec } from '../codec/encryption-codec';
import { readKeyring } from '../codec/keyring';
import type { Database } from '../db/connect';
import { sha256Hex } from '../db/hash';
import { createHistoryStore } from '../db/history-store';
import { createAuditReads } from '../db/reads/audit';
import { createNoticeReads } from '../db/reads/notices';
import { checkTimers, type TimerReport } from './check-timers';
import { compareChain } from './compare-chain';
import { createExaminer, type Kept, type Report } from './examine';
import { exportOf, runsOfExport, type CaseExport } from './export';
import { createTurnstile } from './one-at-a-time';
import { createHistoryOpener } from './open-history';
import { compiledFile, createReplayer } from './replayer';
import { createRunFinder, type CaseRuns } from './runs';
import { createTemporalRuns } from './temporal-runs';
import type { Part } from './verdict';

const mostWaiting = 4;
const replayLimitMs = 60_000;
/** A case may move while it is read; then it is read again. */
const mostReadings = 5;

interface Deps {
  db: Database;
  client: Client;
  /** Where the keys of the payloads lie. */
  keysFile: string;
  /** The workflow code that counts as today's; by default the bundle of this very build. */
  todaysBundle?: string;
  replayLimitMs?: number;
  now?: () => Date;
}

/** The first three answer undefined for a case that is not known; `replayHistory` throws NotAnExport and TooManyWaiting. */
export function createAudit({ db, client, keysFile, now = () => new Date(), ...options }: Deps) {
  const reads = createAuditReads(db);
  const { listNotices } = createNoticeReads(db);
  const histories = createHistoryStore(db);
  const temporal = createTemporalRuns(client);
  const findRuns = createRunFinder({ temporal, histories });
  const withReplayer = createReplayer({ keysFile, timeoutMs: options.replayLimitMs ?? replayLimitMs });
  const takeTurn = createTurnstile(mostWaiting);
  const examine = createExaminer({
    reads,
    openHistory: createHistoryOpener([createEncryptionCodec(readKeyring(keysFile))]),
    findBundle: (hash) => histories.findBundle(hash),
    todaysCode: async () => {
      const file = options.todaysBundle ?? compiledFile('workflow-bundle.js');
      const code = await readFile(file, 'utf8').catch(() => undefined);
      return { hash: code === undefined ? '' : sha256Hex(code), code };
    },
    now,
  });

  /** Runs, rows, tables and notices of one moment: no event was recorded between the first reading and the last. */
  async function readTogether(caseId: string, getRuns: () => Promise<CaseRuns>): Promise<Kept> {
    for (let readings = 1; ; readings += 1) {
      const before = await reads.listRows(caseId);
      const found = await getRuns();
      const tables = await reads.findTables(caseId);
      const notices = await listNotices(caseId);
      const rows = await reads.listRows(caseId);
      if (before.length === rows.length || readings === mostReadings) return { found, rows, tables, notices };
    }
  }
  const isUnknown = ({ found, rows }: Kept) => rows.length === 0 && found.runs.length === 0;

  return {
    async exportHistory(caseId: string): Promise<CaseExport | undefined> {
      const kept = await readTogether(caseId, () => findRuns(caseId));
      return isUnknown(kept) ? undefined : exportOf(caseId, kept, now().toISOString());
    },

    /**
     * `given`: an export to be examined instead of what Temporal and our store have; `certificate`: one of the case's
     * clocks, to be compared with its record.
     */
    async replayHistory(caseId: string, given?: unknown, certificate?: unknown): Promise<Report | undefined> {
      const handedIn = given === undefined ? undefined : runsOfExport(caseId, given);
      return takeTurn(async () => {
        const kept = await readTogether(caseId, async () => handedIn ?? findRuns(caseId));
        if (isUnknown(kept)) return undefined;
        return withReplayer((replay) => examine(caseId, { ...kept, certificate }, replay));
      });
    },

    /** Every case that goes on, one after the other; nothing is changed. */
    checkTimers: (): Promise<TimerReport> =>
      checkTimers({ listOpenCases: reads.listOpenCases, temporal, now: () => now().getTime() }),

    async verifyChain(caseId: string): Promise<Part | undefined> {
      const rows = await reads.listRows(caseId);
      const tables = await reads.findTables(caseId);
      return rows.length === 0 && tables === undefined ? undefined : compareChain(rows, tables?.row);
    },
  };
}
export type Audit = ReturnType<typeof createAudit>;
