/** What a deadline is, and the escalation that several of them end in. */
import type { CaseFile } from '../../domain/case-file';
import type { EscalationCause, EventBody } from '../../domain/events';
import { laterOf } from '../../domain/ledger';
import { endOfTerm } from '../../domain/law-day';
import { policyOf } from '../policies';

export interface Deadline {
  /** Unique within a case for as long as the deadline stands. */
  name: string;
  dueAt: string;
  event: EventBody;
  /**
   * What ends at its instant, an act could still do: then the register is asked first whether one stamped in time is
   * on its way. Whatever falls due at that same instant waits with it, or it would come before that act.
   */
  actsFirst: boolean;
}

export function deadline(name: string, dueAt: string, event: EventBody): Deadline {
  return { name, dueAt, event, actsFirst: false };
}

/** One that would make an act come too late: what was stamped in time goes first. */
export function deadlineAfterActs(name: string, dueAt: string, event: EventBody): Deadline {
  return { name, dueAt, event, actsFirst: true };
}

/**
 * None while one is open; a cause that was there when a supervisor cleared one, and remains, comes back after some
 * days. It only tells people, so it is never dated back before the last fact of the case.
 */
export function escalations(file: CaseFile, cause: EscalationCause, termEnd: string): Deadline[] {
  if (file.escalation !== null) return [];
  const round = file.escalated.filter((known) => known === cause).length + 1;
  const { value: repeatDays } = policyOf(file.policyVersion).escalationRepeatDays;
  const { escalationClearedAt: cleared } = file;
  const again = cleared !== null && cleared >= termEnd ? endOfTerm(cleared, repeatDays) : termEnd;
  const dueAt = laterOf(again, file.lastAt);
  return [
    deadline(`escalate:${cause}:${round}`, dueAt, {
      type: 'case-escalated',
      data: { cause, dueAt: termEnd },
    }),
  ];
}
