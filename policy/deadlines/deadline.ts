/** What a deadline is, and the escalation that several of them end in. */
import type { CaseFile } from '../../domain/case-file';
import type { EscalationCause, EventBody } from '../../domain/events';
import { endOfTerm } from '../../domain/law-day';
import { policyOf } from '../policies';

export interface Deadline {
  /** Unique within a case for as long as the deadline stands. */
  name: string;
  dueAt: string;
  event: EventBody;
  /** Then the register is asked first whether an act stamped in time is still on its way. */
  takesFromApplicant: boolean;
}

export function deadline(name: string, dueAt: string, event: EventBody): Deadline {
  return { name, dueAt, event, takesFromApplicant: false };
}

/** None while one is open; one that was cleared while its cause remains comes back after some days. */
export function escalations(file: CaseFile, cause: EscalationCause, termEnd: string): Deadline[] {
  if (file.escalation !== null) return [];
  const round = file.escalated.filter((known) => known === cause).length + 1;
  const { value: repeatDays } = policyOf(file.policyVersion).escalationRepeatDays;
  const cleared = round > 1 ? file.escalationClearedAt : null;
  const again = cleared === null ? termEnd : endOfTerm(cleared, repeatDays);
  const dueAt = again > termEnd ? again : termEnd;
  return [
    deadline(`escalate:${cause}:${round}`, dueAt, {
      type: 'case-escalated',
      data: { cause, dueAt: termEnd },
    }),
  ];
}
