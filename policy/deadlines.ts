/** What happens by itself when nobody acts in time: every wait has an end, and here is what it does. */
import { checks, type Check } from '../domain/agencies';
import { applyEvent } from '../domain/apply-event';
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent, EscalationCause, EventBody } from '../domain/events';
import { endOfTerm } from '../domain/law-day';
import { isClosed } from '../domain/statuses';
import { policyOf } from './policies';
import { readClock } from './service-clock';

export interface Deadline {
  /** Unique within a case for as long as the deadline stands. */
  name: string;
  dueAt: string;
  event: EventBody;
  /** Then the register is asked first whether an act stamped in time is still on its way. */
  takesFromApplicant: boolean;
}

/** Every deadline that stands in a case now, the earliest first. */
export function deadlinesOf(file: CaseFile): Deadline[] {
  if (isClosed(file.status)) return [];
  return [
    ...turnDeadlines(file),
    ...testDeadlines(file),
    ...checkDeadlines(file),
    ...clockDeadlines(file),
  ].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** The earliest deadline that is due by an instant: what comes at the very instant comes too late. */
export function findDueBy(file: CaseFile, instant: string): Deadline | undefined {
  const next = deadlinesOf(file)[0];
  return next !== undefined && next.dueAt <= instant ? next : undefined;
}

/** The record of a deadline that has passed: effective when it was due, however late anyone woke. */
export function eventOfDeadline(file: CaseFile, deadline: Deadline): CaseEvent {
  return {
    ...deadline.event,
    seq: file.seq + 1,
    effectiveAt: deadline.dueAt,
    actor: theService,
    causeId: `deadline:${deadline.name}`,
  };
}

/** The case as it stands in law at an instant: with every deadline applied that was due by then. */
export function asOf(file: CaseFile, instant: string): CaseFile {
  const due = findDueBy(file, instant);
  return due === undefined ? file : asOf(applyEvent(file.caseId, file, eventOfDeadline(file, due)), instant);
}

function turnDeadlines(file: CaseFile): Deadline[] {
  const turn =
    file.status === 'awaiting-test-booking'
      ? 'language-test'
      : file.status === 'awaiting-form'
        ? 'form'
        : null;
  if (turn === null) return [];
  const dueAt = endOfTerm(file.statusSince, policyOf(file.policyVersion).turnDays.value[turn]);
  return [
    { name: `turn:${turn}`, dueAt, event: { type: 'turn-lapsed', data: { turn } }, takesFromApplicant: true },
  ];
}

function testDeadlines(file: CaseFile): Deadline[] {
  if (file.status !== 'awaiting-test-result') return [];
  const dueAt = endOfTerm(file.statusSince, policyOf(file.policyVersion).testResultDays.value);
  return escalations(file, 'test-result-overdue', dueAt);
}

function checkDeadlines(file: CaseFile): Deadline[] {
  return checks.flatMap((check) => checkDeadline(file, check));
}

function checkDeadline(file: CaseFile, check: Check): Deadline[] {
  const open = file.checks?.[check];
  if (open === undefined || open.result !== null || file.status !== 'verification') return [];
  const { limitDays, chaseAfterDays } = policyOf(file.policyVersion).checks.value[check];
  const chase = chaseAfterDays
    .map((days) => endOfTerm(open.openedAt, days))
    .find((dueAt) => dueAt > open.lastAskedAt);
  const limit = endOfTerm(open.openedAt, limitDays);
  const chased: EventBody = { type: 'check-chased', data: { check, ask: open.asks + 1 } };
  const unanswered: EventBody = { type: 'check-unanswered', data: { check } };
  return [
    { name: `limit:${check}:${open.asks}`, dueAt: limit, event: unanswered, takesFromApplicant: false },
    ...(chase === undefined
      ? []
      : [{ name: `chase:${check}:${open.asks}`, dueAt: chase, event: chased, takesFromApplicant: false }]),
  ];
}

function clockDeadlines(file: CaseFile): Deadline[] {
  const { dueAt, warnAt } = readClock(file, file.statusSince);
  if (dueAt === null || warnAt === null) return [];
  const warn: EventBody = { type: 'clock-warned', data: { dueAt } };
  return [
    ...(file.clock.warnedAt === null
      ? [{ name: 'clock:warn', dueAt: warnAt, event: warn, takesFromApplicant: false }]
      : []),
    ...escalations(file, 'service-clock', dueAt),
  ];
}

/** None while one is open; one that was cleared while its cause remains comes back after some days. */
function escalations(file: CaseFile, cause: EscalationCause, termEnd: string): Deadline[] {
  if (file.escalation !== null) return [];
  const round = file.escalated.filter((known) => known === cause).length + 1;
  const { value: repeatDays } = policyOf(file.policyVersion).escalationRepeatDays;
  const cleared = round > 1 ? file.escalationClearedAt : null;
  const again = cleared === null ? termEnd : endOfTerm(cleared, repeatDays);
  const dueAt = again > termEnd ? again : termEnd;
  const event: EventBody = { type: 'case-escalated', data: { cause, dueAt: termEnd } };
  return [{ name: `escalate:${cause}:${round}`, dueAt, event, takesFromApplicant: false }];
}
