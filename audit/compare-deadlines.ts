/** Whether everything that happened by itself was due, at its instant, and everything that was due did happen. */
import type { CaseFile } from '../domain/case-file';
import type { CaseEvent } from '../domain/events';
import { deadlinesOf, findDueBy, type Deadline } from '../policy/deadlines';
import { differencesOf } from './differences';
import type { Told } from './fold-steps';
import { diverged, partOf, type Finding, type Part } from './verdict';

const prefix = 'deadline:';

/**
 * Forwards: an event that a deadline caused must be the earliest deadline of the case as it stood just before, with
 * that name, that instant and that content. Backwards: before an event that counts from an instant, no deadline may
 * be left that was due by then. What "due" means depends on whose event it is:
 * - a person's act (and the opening): every deadline due by the instant of its stamp, that very instant included;
 * - an agency's answer: the same, but a deadline that would make an act come too late is spared, since it is first
 *   asked whether one stamped in time is still on its way;
 * - a step of the service itself (scoring, issuing): none, since it counts from the moment when it is done, and
 *   a deadline of that moment is recorded after it; such a passing-over is noted.
 * Events of one cause are one act: only before the first of them is anything due. `now` is the case's own instant.
 */
export function compareDeadlines({ steps, file }: Told, now: string): Part {
  const fired = steps.filter(({ event }) => event.causeId.startsWith(prefix));
  const findings = fired.flatMap(({ before, event }) => (before === null ? [] : forwards(before, event)));
  const notes: string[] = [];
  steps.forEach(({ before, event }, index) => {
    const continues = steps[index - 1]?.event.causeId === event.causeId;
    if (before === null || continues || event.causeId.startsWith(prefix)) return;
    const due = findDueBy(before, event.effectiveAt);
    if (due === undefined || (event.actor.role === 'agency' && due.actsFirst)) return;
    if (event.actor.role === 'service')
      notes.push(`${due.name} was due before event ${event.seq}, a step of the service.`);
    else findings.push(missing(due, event));
  });
  const overdue = file === null ? undefined : findDueBy(file, now);
  if (overdue !== undefined)
    notes.push(`${overdue.name} is due since ${overdue.dueAt} and not recorded yet.`);
  const standing = file === null ? 0 : deadlinesOf(file).length;
  return {
    ...partOf(
      'deadlines',
      `${fired.length} that passed, ${standing} that stand, ${steps.length} events`,
      findings,
    ),
    notes,
  };
}

function forwards(before: CaseFile, event: CaseEvent): Finding[] {
  const { seq } = event;
  const name = event.causeId.slice(prefix.length);
  const standing = deadlinesOf(before);
  const deadline = standing.find((each) => each.name === name);
  if (deadline === undefined) {
    return [
      diverged(
        `Event ${seq} (${event.type}) names the deadline ${name}, and the case had none of that name.`,
        { seq },
      ),
    ];
  }
  const first = standing[0];
  const overtaken =
    first === undefined || first === deadline
      ? []
      : [
          diverged(`Event ${seq} (${name}) was recorded while ${first.name} was due earlier.`, {
            seq,
            recorded: deadline.dueAt,
            expected: first.dueAt,
          }),
        ];
  const recorded = { effectiveAt: event.effectiveAt, type: event.type, data: event.data };
  const expected = { effectiveAt: deadline.dueAt, ...deadline.event };
  const differing = differencesOf(recorded, expected).map(({ pointer, left, right }) => {
    const words = `Deadline ${name} (event ${seq}), ${pointer}: ${String(left)} in the record, ${String(right)} when computed again.`;
    return diverged(words, { seq, pointer, recorded: left, expected: right });
  });
  return [...overtaken, ...differing];
}

function missing(due: Deadline, { seq, effectiveAt }: CaseEvent): Finding {
  const words = `The deadline ${due.name} was due ${due.dueAt}, before event ${seq} of ${effectiveAt}, and is not in the record.`;
  return diverged(words, { seq, expected: due.dueAt });
}
