/** Deadlines of the state's own clocks: the internal target, the legal term, verification. */
import type { CaseFile } from '../../domain/case-file';
import { readOpenClock } from '../clocks';
import { extensionByRule } from '../extension';
import { policyOf } from '../policies';
import { findWarningAt, readClock } from '../service-clock';
import { deadline, deadlineAfterActs, escalations, type Deadline } from './deadline';

/**
 * Silence past the legal term is a refusal that can be complained of; the case goes on, and a supervisor must look. Where
 * the policy says so the rule extends the term first, and then its later end is the one that counts.
 */
export function termDeadlines(file: CaseFile): Deadline[] {
  const { dueAt } = readClock(file, file.lastAt);
  if (file.closedAt !== null || dueAt === null) return [];
  if (isDecided(file)) return escalations(file, 'service-clock', dueAt);
  const warnAt = findWarningAt(file);
  return [
    ...(warnAt === null ? [] : [deadline('clock:warn', warnAt, { type: 'clock-warned', data: { dueAt } })]),
    ...endOfService(file, dueAt),
  ];
}

/** What was decided within its term is not silence because its number is slow; that it is slow a supervisor hears. */
function isDecided({ status, policyVersion }: CaseFile): boolean {
  return status === 'granting' && policyOf(policyVersion).grantEndsTerm.value;
}

function endOfService(file: CaseFile, dueAt: string): Deadline[] {
  const days = extensionByRule(file);
  if (days !== undefined)
    return [deadlineAfterActs('clock:extend', dueAt, { type: 'clock-extended', data: { days, text: null } })];
  return [
    ...(file.deemedRefusedAt === null
      ? [deadlineAfterActs('clock:deemed-refusal', dueAt, { type: 'deemed-refused', data: { dueAt } })]
      : []),
    ...escalations(file, 'service-clock', dueAt),
  ];
}

export function verificationDeadlines(file: CaseFile): Deadline[] {
  const dueAt = readOpenClock(file, 'verification', file.lastAt)?.dueAt ?? null;
  return dueAt === null ? [] : escalations(file, 'verification-overdue', dueAt);
}
