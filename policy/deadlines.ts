/** What happens by itself when nobody acts in time: every wait has an end, and here is what it does. */
import { applyEvent } from '../domain/apply-event';
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent } from '../domain/events';
import type { Deadline } from './deadlines/deadline';
import {
  annulmentDeadlines,
  claimDeadlines,
  complaintDeadlines,
  endDeadlines,
  hearingDeadlines,
} from './deadlines/procedure';
import { termDeadlines, verificationDeadlines } from './deadlines/terms';
import {
  checkDeadlines,
  expiryDeadlines,
  fetchDeadlines,
  testDeadlines,
  turnDeadlines,
} from './deadlines/waits';

export type { Deadline };

/** A case file never changes, so that its deadlines are worked out once. */
const known = new WeakMap<CaseFile, Deadline[]>();

/** Every deadline that stands in a case now, the earliest first. */
export function deadlinesOf(file: CaseFile): Deadline[] {
  const deadlines = known.get(file) ?? workOut(file);
  known.set(file, deadlines);
  return deadlines;
}

function workOut(file: CaseFile): Deadline[] {
  if (file.overAt !== null) return [];
  const standing = [
    ...turnDeadlines(file),
    ...testDeadlines(file),
    ...fetchDeadlines(file),
    ...checkDeadlines(file),
    ...expiryDeadlines(file),
    ...termDeadlines(file),
    ...verificationDeadlines(file),
    ...hearingDeadlines(file),
    ...annulmentDeadlines(file),
    ...complaintDeadlines(file),
    ...claimDeadlines(file),
    ...endDeadlines(file),
  ].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  const endsOfTime = new Set(standing.filter(({ actsFirst }) => actsFirst).map(({ dueAt }) => dueAt));
  return standing.map((each) => (endsOfTime.has(each.dueAt) ? { ...each, actsFirst: true } : each));
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
