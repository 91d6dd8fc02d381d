/** Whether, for every case that goes on, the due date in the tables, the ledger and the durable timer are one. */
import type { CaseFile } from '../domain/case-file';
import { deadlinesOf } from '../policy/deadlines';
import { readClock } from '../policy/service-clock';
import { parseHistory } from './history-text';
import { openTimersOf } from './open-timers';
import type { TemporalRuns } from './runs';

export const timerFaults = [
  'due-date-differs',
  'timer-missing',
  'deadline-overdue',
  'history-missing',
] as const;

/** `expected`: what the ledger says; `found`: what stands in the table, or the instants at which timers fire. */
export interface TimerFinding {
  caseId: string;
  fault: (typeof timerFaults)[number];
  expected: string | null;
  found: string[];
}

export interface TimerReport {
  cases: number;
  withDeadline: number;
  findings: TimerFinding[];
}

export interface OpenCase {
  caseId: string;
  file: CaseFile;
  clockDueAt: string | null;
  offsetMs: number;
}

interface Deps {
  listOpenCases: (after: string, limit: number) => Promise<OpenCase[]>;
  temporal: TemporalRuns;
  now: () => number;
}

const pageSize = 200;
const atOnce = 8;
/** A deadline that is due is being acted on; a minute later it ought to have been. */
const patienceMs = 60_000;
/** Temporal counts a timer in whole milliseconds. */
const earliestMs = -1_000;
/** The workflow measures from the beginning of the task that sets the timer, Temporal from its end: ten seconds at most. */
const latestMs = 10_000;

export async function checkTimers({ listOpenCases, temporal, now }: Deps): Promise<TimerReport> {
  const report: TimerReport = { cases: 0, withDeadline: 0, findings: [] };
  for (let after = ''; ;) {
    const page = await listOpenCases(after, pageSize);
    const waiting = [...page];
    const hand = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await check(one);
    };
    await Promise.all(Array.from({ length: atOnce }, hand));
    const last = page.at(-1);
    if (last === undefined) return report;
    after = last.caseId;
  }

  async function check({ caseId, file, clockDueAt, offsetMs }: OpenCase): Promise<void> {
    const note = (fault: TimerFinding['fault'], expected: string | null, found: string[]) =>
      report.findings.push({ caseId, fault, expected, found });
    report.cases += 1;
    const { dueAt } = readClock(file, file.lastAt);
    if (dueAt !== clockDueAt) note('due-date-differs', dueAt, clockDueAt === null ? [] : [clockDueAt]);
    const next = deadlinesOf(file)[0];
    if (next === undefined) return;
    report.withDeadline += 1;
    const dueMs = Date.parse(next.dueAt);
    const late = now() + offsetMs - dueMs;
    if (late > patienceMs) note('deadline-overdue', next.dueAt, []);
    if (late > earliestMs) return;
    const timers = await findTimers(caseId);
    if (timers === undefined) note('history-missing', next.dueAt, []);
    else if (!timers.some((firesAt) => isTimely(firesAt - dueMs))) {
      note(
        'timer-missing',
        next.dueAt,
        timers.map((ms) => new Date(ms).toISOString()),
      );
    }
  }

  async function findTimers(caseId: string): Promise<number[] | undefined> {
    const runId = await temporal.findLatestRunId(caseId);
    const run = runId === undefined ? undefined : await temporal.findRun(caseId, runId);
    const history = run && parseHistory(run.json).history;
    return history && openTimersOf(history);
  }
}

function isTimely(lateMs: number): boolean {
  return earliestMs <= lateMs && lateMs <= latestMs;
}

export function printTimers({ cases, withDeadline, findings }: TimerReport): string {
  const lines = findings.map(
    ({ caseId, fault, expected, found }) =>
      `  ${caseId}  ${fault}: the ledger says ${expected ?? 'no end'}, found ${found.join(', ') || 'nothing'}`,
  );
  const verdict = findings.length === 0 ? 'CLEAN' : 'DIVERGED';
  return [`${verdict}  ${cases} cases that go on, ${withDeadline} with a deadline`, ...lines, ''].join('\n');
}
