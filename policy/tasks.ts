/** What is to be done in a case now, and by whom: the rows of the worklist. */
import { checks, type Check } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import type { CaseStatus } from '../domain/statuses';
import { endOfTerm } from '../domain/law-day';
import { policyOf } from './policies';
import { readClock } from './service-clock';

export const taskNames = [
  'judge-finding',
  'schedule-interview',
  'record-interview',
  'propose-decision',
  'approve-decision',
  'clock-warning',
  'escalation',
] as const;
export type TaskName = (typeof taskNames)[number];

/** `subject` tells tasks of one name apart; `since` and `dueAt` are instants, `dueAt` null while the clock stands. */
export interface Task {
  name: TaskName;
  subject: Check | '';
  ownerRole: 'caseworker' | 'supervisor';
  ownerId: string | null;
  since: string;
  dueAt: string | null;
}

const taskOfStatus: Partial<Record<CaseStatus, [TaskName, Task['ownerRole']]>> = {
  'awaiting-schedule': ['schedule-interview', 'caseworker'],
  'awaiting-interview': ['record-interview', 'caseworker'],
  'awaiting-proposal': ['propose-decision', 'caseworker'],
  'awaiting-approval': ['approve-decision', 'supervisor'],
};

export function tasksOf(file: CaseFile): Task[] {
  const { dueAt } = readClock(file, file.statusSince);
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
  return [
    ...findingsToJudge(file).map((check) => task('judge-finding', 'caseworker', { subject: check })),
    ...(step ? [task(...step)] : []),
    ...(file.clock.warnedAt !== null && file.closedAt === null
      ? [task('clock-warning', 'caseworker', { since: file.clock.warnedAt })]
      : []),
    ...(file.escalation === null ? [] : [escalated(file.escalation.since)]),
  ];
}

function findingsToJudge({ checks: found, status }: CaseFile): Check[] {
  if (found === null || (status !== 'verification' && status !== 'awaiting-judgement')) return [];
  return checks.filter((check) => {
    const { result, judgement } = found[check];
    return result !== null && result !== 'clear' && judgement === null;
  });
}
