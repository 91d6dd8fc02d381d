/** A case file as its applicant may see it. */
import type { CaseFile } from '../../domain/case-file';
import type { Score } from '../../domain/events';
import { standing, type CaseStatus } from '../../domain/statuses';
import { stageOf, waitingOn } from '../../domain/waiting';
import { movesOf } from '../../policy/moves';
import { labelOfSource, scoringTableOf } from '../../policy/scoring-tables';
import { readClock } from '../../policy/service-clock';
import type { CaseRow } from '../../db/reads/cases';
import type { Application, ApplicationSummary } from '../schemas/application';
import type { StageDate } from './stage-dates';

/** `now` is the instant of the case (ISO 8601, UTC); only its law's day matters. */
export function viewApplication(
  { file, waitingUntil }: CaseRow,
  stages: StageDate[],
  now: string,
): Application {
  const { running, termDays, daysUsed, daysLeft, dueAt } = readClock(file, now);
  return {
    ...summarise(file, waitingUntil),
    stages,
    clock: { running, termDays, daysUsed, daysLeft, dueAt },
    score: file.score && viewScore(file.score),
    interview: file.interview,
    outcome: findOutcome(file),
    moves: movesOf(file, { id: file.applicantId, role: 'applicant' }),
  };
}

export function summarise(file: CaseFile, until: string | null): ApplicationSummary {
  return {
    id: file.caseId,
    kind: 'permanent-residence',
    region: file.region,
    stage: stageOf(file),
    status: file.status,
    openedAt: file.openedAt,
    waitingOn: { ...waitingOn(file), until },
  };
}

export function viewScore({ table, rows, total, threshold, passed, shortfall }: Score) {
  const { demonstration, source: label } = scoringTableOf(table);
  const labelled = rows.map((row) => ({ ...row, label: labelOfSource(row.source) }));
  return { table, demonstration, label, rows: labelled, total, threshold, passed, shortfall };
}

function findOutcome(file: CaseFile): Application['outcome'] {
  const { status, closedAt, reasons, certificate } = file;
  if (closedAt === null || !isOutcome(status)) return null;
  return { kind: status, at: closedAt, reasons, certificate };
}

function isOutcome(status: CaseStatus): status is 'granted' | 'refused' | 'withdrawn' | 'lapsed' {
  return standing[status].stage === 'closed';
}
