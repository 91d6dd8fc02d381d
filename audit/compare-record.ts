/** Whether the record holds exactly the events that the workflow handed to it, as it handed them. */
import type { CaseEvent } from '../domain/events';
import { counted } from './counted';
import { differencesOf, isAboutText } from './differences';
import { unopenedIn, type OpenedRun } from './open-history';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

interface Handed {
  event: CaseEvent;
  runId: string;
  eventId: number;
  /** Whether the workflow heard that the batch was committed. */
  committed: boolean;
}

export function compareRecord(
  caseId: string,
  runs: readonly OpenedRun[],
  events: readonly CaseEvent[],
): Part {
  const handed = runs.flatMap((run) => handedIn(caseId, run));
  const foreign = handed
    .filter((each) => 'foreignCase' in each)
    .map(({ runId, eventId }) => ofAnotherCase(runId, eventId));
  const own = new Map<number, Handed>(
    handed.flatMap((each) => ('event' in each ? [[each.event.seq, each]] : [])),
  );
  const recorded = new Map(events.map((event) => [event.seq, event]));
  const notes: string[] = [];
  const findings = [...own.values()].flatMap((each) => {
    const row = recorded.get(each.event.seq);
    if (row !== undefined) return differing(row, each);
    if (each.committed) return [missing(each)];
    notes.push(`Event ${each.event.seq} (${each.event.type}) is still on its way to the record.`);
    return [];
  });
  const extras = extrasOf(
    runs,
    events.filter(({ seq }) => !own.has(seq)),
    Math.max(0, ...own.keys()),
  );
  const compared = `${own.size} events that the workflow ordered, ${events.length} in the record`;
  return {
    ...partOf('record', compared, [...foreign, ...findings, ...extras.findings]),
    notes: [...notes, ...extras.notes],
  };
}

type Given = Handed | { foreignCase: true; runId: string; eventId: number };

function handedIn(caseId: string, { runId, opened }: OpenedRun): Given[] {
  const batches = opened?.activities.filter(({ activity }) => activity === 'appendEvents') ?? [];
  return batches.flatMap(({ input, eventId, result }): Given[] => {
    const batch = input as { caseId?: string; events?: CaseEvent[] } | undefined;
    if (batch?.caseId !== caseId) return [{ foreignCase: true, runId, eventId }];
    const committed = result !== undefined;
    return (batch.events ?? []).map((event) => ({ event, runId, eventId, committed }));
  });
}

function differing(row: CaseEvent, { event, runId, eventId }: Handed): Finding[] {
  return differencesOf(row, event).map((difference) => {
    const { pointer, left: recorded, right: expected } = difference;
    const where = { runId, eventId, seq: row.seq, pointer };
    const place = `Event ${row.seq} (${event.type}): ${pointer}`;
    if (isAboutText(difference)) return diverged(`${place} is not what the workflow ordered.`, where);
    const words = `${place} is ${shown(recorded)} in the record, and the workflow ordered ${shown(expected)}.`;
    return diverged(words, { ...where, recorded, expected });
  });
}

function missing({ event, runId, eventId }: Handed): Finding {
  const words = `Event ${event.seq} (${event.type}) was handed to the record and confirmed, and the record lacks it.`;
  return diverged(words, { runId, eventId, seq: event.seq });
}

function ofAnotherCase(runId: string, eventId: number): Finding {
  return diverged('The history writes into the record of another case.', { runId, eventId });
}

/** What came after a kept history ended is beyond it; anything else that no history ordered is an intruder. */
function extrasOf(runs: readonly OpenedRun[], extras: CaseEvent[], lastHanded: number) {
  const last = runs.at(-1);
  const mayGoOn = last !== undefined && last.source !== 'temporal' && !last.isOver;
  const unread = runs.filter(({ opened }) => opened === undefined);
  const beyond = extras.filter(({ seq }) => mayGoOn && seq > lastHanded);
  const intruders = extras.filter((event) => !beyond.includes(event));
  const notes =
    beyond.length === 0
      ? []
      : [`${counted(beyond.length, 'recorded event')} came after this history was kept.`];
  if (unread.length > 0 || runs.length === 0) {
    const words = `${counted(intruders.length, 'recorded event')} could not be compared: a history is missing or unreadable.`;
    const faults = unopenedIn(unread);
    return {
      findings: intruders.length > 0 || runs.length === 0 ? [...faults, notComparable(words)] : faults,
      notes,
    };
  }
  const findings = intruders.map(({ seq, type }) =>
    diverged(`The record has event ${seq} (${type}), and the workflow never ordered it.`, { seq }),
  );
  return { findings, notes };
}

export function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
