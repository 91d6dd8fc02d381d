/** Everything that is examined of a case, in order. */
import type { AuditReads } from '../db/reads/audit';
import type { NoticeReads } from '../db/reads/notices';
import type { ChainedEvent } from '../db/chain';
import { compareCertificate } from './compare-certificate';
import { compareChain } from './compare-chain';
import { compareDeadlines } from './compare-deadlines';
import { compareEvidence } from './compare-evidence';
import { compareFindings } from './compare-findings';
import { compareFold } from './compare-fold';
import { compareHistory } from './compare-history';
import { compareNotices } from './compare-notices';
import { comparePermit } from './compare-permit';
import { compareRecord } from './compare-record';
import { compareOwnBundles, compareTodaysCode, type Code } from './compare-replay';
import { compareScore } from './compare-score';
import { tell } from './fold-steps';
import type { OpenHistory, OpenedRun } from './open-history';
import { eventOf } from './recorded-events';
import type { Replay } from './replayer';
import type { CaseRuns } from './runs';
import { worstOf, type Part, type Verdict } from './verdict';

interface Deps {
  reads: AuditReads;
  openHistory: OpenHistory;
  findBundle: (hash: string) => Promise<string | undefined>;
  todaysCode: () => Promise<Code>;
  now: () => Date;
}

/** What there is of a case, all of one moment; `certificate`: one of its clocks that was handed in. */
export interface Kept {
  found: CaseRuns;
  rows: ChainedEvent[];
  tables: Awaited<ReturnType<AuditReads['findTables']>>;
  notices: Awaited<ReturnType<NoticeReads['listNotices']>>;
  certificate?: unknown;
}

export interface Report {
  caseId: string;
  examinedAt: string;
  verdict: Verdict;
  runs: Pick<OpenedRun, 'runId' | 'source' | 'sha256' | 'lastEventId' | 'bundleHashes'>[];
  /** Of the code that was called today's. */
  todaysBundle: string;
  parts: Part[];
}

export function createExaminer({ reads, openHistory, findBundle, todaysCode, now }: Deps) {
  return async (
    caseId: string,
    { found, rows, tables, notices, certificate }: Kept,
    replay: Replay,
  ): Promise<Report> => {
    const caseNow = new Date(now().getTime() + (await reads.offsetOf(caseId))).toISOString();
    const runs = await Promise.all(found.runs.map(openHistory));
    const today = await todaysCode();
    const events = rows.map(eventOf);
    const told = tell(caseId, events);
    const question = { caseId, runs, replay };
    const bodies = await reads.listBodies(caseId);
    const persons = await reads.listPersons(caseId);
    const findForm = (version: number) => reads.findForm(caseId, version);
    const parts = [
      compareHistory(runs, found.trouble),
      await compareOwnBundles(question, findBundle),
      await compareTodaysCode(question, today),
      compareRecord(caseId, runs, events),
      compareFold(told, tables),
      compareChain(rows, tables?.row),
      await compareScore(events, runs, findForm),
      await comparePermit(told, runs, {
        findForm,
        persons,
        bodies,
        prefilled: await reads.listKeptValues(caseId),
      }),
      compareFindings(events, bodies),
      compareDeadlines(told, caseNow),
      compareEvidence(events, {
        persons,
        documents: await reads.listDocuments(caseId),
        texts: await reads.listTexts(caseId),
        certificates: await reads.listCertificates(caseId),
      }),
      compareNotices(told, notices),
      ...(certificate === undefined ? [] : [compareCertificate(caseId, certificate, rows)]),
    ];
    return {
      caseId,
      examinedAt: now().toISOString(),
      verdict: worstOf(parts),
      runs: runs.map(({ runId, source, sha256, lastEventId, bundleHashes }) => {
        return { runId, source, sha256, lastEventId, bundleHashes };
      }),
      todaysBundle: today.hash,
      parts,
    };
  };
}
