/** What the read tables say of a case: every column, computed from its file alone. */
import type { CaseFile } from '../domain/case-file';
import { stageOf, waitingOn } from '../domain/waiting';
import { readClock } from './service-clock';
import { latestStartAt } from './slack';
import { tasksOf, type Task } from './tasks';
import { waitingUntil } from './waiting-until';

/** For the writer of the tables, and for the auditor who compares them. */
export function projectionOf(file: CaseFile) {
  const { party, since } = waitingOn(file);
  const row = {
    kind: file.kind,
    employerId: file.permit?.employerId ?? null,
    region: file.region,
    applicantId: file.applicantId,
    status: file.status,
    stage: stageOf(file),
    waitingParty: party,
    waitingSince: since,
    waitingUntil: waitingUntil(file),
    clockDueAt: readClock(file, file.lastAt).dueAt,
    latestStartAt: latestStartAt(file),
    calendar: file.calendar,
    assignee: file.assignee,
    escalatedAt: file.escalation?.since ?? null,
    openedAt: file.openedAt,
    closedAt: file.closedAt,
    overAt: file.overAt,
    caseFile: file,
  };
  const tasks: Task[] = tasksOf(file);
  return { row, tasks };
}
