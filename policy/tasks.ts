/** What is to be done in a case now, and by whom: the rows of the worklist. */
import { checks, type Check } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import type { CaseStatus } from '../domain/statuses';
import { endOfTerm } from '../domain/law-day';
import { agencyBehind } from '../domain/evidence';
import { claimToDecide, oralHearingAsked } from '../domain/waiting';
import { annulmentDueAt } from './annulment';
import { endOf, readOpenClock } from './clocks';
import { isComplaintOpen } from './complaint';
import { claimDueAt } from './permit/claims';
import { policyOf } from './policies';
import { findWarningAt, readClock } from './service-clock';

export const taskNames = [
  'judge-finding',
  'judge-document',
  'schedule-interview',
  'record-interview',
  'propose-decision',
  'hold-hearing',
  'approve-decision',
  'decide-application',
  'decide-change',
  'support-reopening',
  'decide-reopening',
  'decide-complaint',
  'clock-warning',
  'resume-clock',
  'escalation',
] as const;
export type TaskName = (typeof taskNames)[number];

/** `subject` tells tasks of one name apart; `since` and `dueAt` are instants, `dueAt` null while the clock stands. */
export interface Task {
  name: TaskName;
  subject: string;
  ownerRole: 'caseworker' | 'supervisor';
  ownerId: string | null;
  since: string;
  dueAt: string | null;
}

const judging: readonly CaseStatus[] = ['verification', 'awaiting-judgement'];

const taskOfStatus: Partial<Record<CaseStatus, [TaskName, Task['ownerRole']]>> = {
  'awaiting-schedule': ['schedule-interview', 'caseworker'],
  'awaiting-interview': ['record-interview', 'caseworker'],
  'awaiting-proposal': ['propose-decision', 'caseworker'],
  'awaiting-approval': ['approve-decision', 'supervisor'],
  'awaiting-decision': ['decide-application', 'caseworker'],
};

export function tasksOf(file: CaseFile): Task[] {
  const { dueAt } = readClock(file, file.lastAt);
  const task = (name: TaskName, ownerRole: Task['ownerRole'], more: Partial<Task> = {}): Task => ({
    name,
    subject: '',
    ownerRole,
    ownerId: ownerRole === 'caseworker' ? file.assignee : null,
    since: file.statusSince,
    dueAt,
    ...more,
  });
  const repeatDays = policyOf(file.policyVersion).escalationRepeatDays.value;
  const escalated = (since: string) =>
    task('escalation', 'supervisor', { since, dueAt: endOfTerm(since, repeatDays) });
  const step = taskOfStatus[file.status];
  const annulBy = annulmentDueAt(file);
  return [
    ...findingsToJudge(file).map((check) => task('judge-finding', 'caseworker', { subject: check })),
    ...documentsToJudge(file).map((id) => task('judge-document', 'caseworker', { subject: id })),
    ...procedureTasks(file, task),
    ...claimTasks(file, task),
    ...reopeningTasks(file, task),
    ...(step ? [task(...step, annulBy === null ? {} : { dueAt: annulBy })] : []),
    ...warningTasks(file, task),
    ...(file.officerStop === null
      ? []
      : [task('resume-clock', 'caseworker', { since: file.officerStop.since })]),
    ...(file.escalation === null ? [] : [escalated(file.escalation.since)]),
  ];
}

type NewTask = (name: TaskName, ownerRole: Task['ownerRole'], more?: Partial<Task>) => Task;

function procedureTasks(file: CaseFile, task: NewTask): Task[] {
  const { complaint, calendar } = file;
  const { oral } = policyOf(file.policyVersion).hearing;
  const asked = oralHearingAsked(file);
  return [
    ...(asked !== null
      ? [
          task('hold-hearing', 'caseworker', {
            since: asked.at,
            dueAt: endOf(oral.value, asked.at, calendar),
          }),
        ]
      : []),
    ...(complaint !== null && isComplaintOpen(file)
      ? [
          task('decide-complaint', 'supervisor', {
            since: complaint.filedAt,
            dueAt: readOpenClock(file, 'complaint', file.lastAt)?.dueAt ?? null,
          }),
        ]
      : []),
  ];
}

/** One for each who is warned, the first by the name alone; until the end that was warned of has moved on. */
function warningTasks(file: CaseFile, task: NewTask): Task[] {
  const { clockWarnedAt, clocks, policyVersion } = file;
  const isWarned = clockWarnedAt !== null && clocks.service.endedAt === null;
  if (!isWarned || findWarningAt(file) !== null) return [];
  return policyOf(policyVersion).warned.value.map((role, index) =>
    task('clock-warning', role, { since: clockWarnedAt, subject: index === 0 ? '' : role }),
  );
}

/** Of a permit that stands: what one person said of its holder is for another to look at. */
function claimTasks(file: CaseFile, task: NewTask): Task[] {
  const claim = claimToDecide(file);
  if (claim === null) return [];
  return [
    task('decide-change', 'caseworker', {
      subject: claim.change,
      since: claim.claimedAt,
      dueAt: claimDueAt(file),
    }),
  ];
}

/**
 * An officer looks first, then another person decides, while the decision still stands and no complaint waits; the law sets no
 * term.
 */
function reopeningTasks(file: CaseFile, task: NewTask): Task[] {
  const { reopening, status, overAt } = file;
  const stands = (status === 'granted' || status === 'refused') && overAt === null;
  if (!stands || reopening === null || reopening.outcome !== null) return [];
  const { check: subject, supportedBy } = reopening;
  if (supportedBy === null) return [task('support-reopening', 'caseworker', { subject })];
  return isComplaintOpen(file) ? [] : [task('decide-reopening', 'supervisor', { subject })];
}

function documentsToJudge({ documents, status }: CaseFile): string[] {
  if (!judging.includes(status)) return [];
  return documents
    .filter(({ kind, judgement }) => judgement === null && !agencyBehind[kind])
    .map(({ documentId }) => documentId);
}

function findingsToJudge({ checks: found, status }: CaseFile): Check[] {
  if (found === null || !judging.includes(status)) return [];
  return checks.filter((check) => {
    const { result = null, judgement } = found[check] ?? {};
    return result !== null && result !== 'clear' && judgement === null;
  });
}
