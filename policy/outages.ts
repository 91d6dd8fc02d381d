/** Which outages of ours count: those long enough, that touched a time in which the applicant acts and are not noted yet. */
import { theService } from '../domain/actor';
import { applyEvent } from '../domain/apply-event';
import type { CaseFile } from '../domain/case-file';
import type { Outage } from '../domain/clock';
import type { CaseEvent, EventData, EventType, ProcedureTerm } from '../domain/events';
import { laterOf } from '../domain/ledger';
import { canBeComplainedOf, complaintsUntil, findGrievance, knownAt } from './complaint';
import { noticeReceivedAt, objectionsUntil } from './hearing';
import { policyOf } from './policies';

const minuteMs = 60_000;

/** Of a turn, or (with `terms`) of terms of procedure. */
export type OutageNote = EventData['outage-noted'];

/** `endsAt` is exclusive, and goes on as outages are noted. */
interface OpenTerm {
  name: ProcedureTerm;
  startedAt: string;
  endsAt: string;
}

/** Which term of procedure is over with an event that comes by itself. */
const endedBy: Partial<Record<EventType, ProcedureTerm>> = {
  'hearing-closed': 'objection',
  'case-closed': 'complaint',
};

/** Instants of the case's own time; one that began before what it touched counts from its beginning. */
export function outagesToNote(file: CaseFile, known: readonly Outage[]): OutageNote[] {
  const leastMs = policyOf(file.policyVersion).outageMinutes.value * minuteMs;
  const long = known.filter(({ from, to }) => Date.parse(to) - Date.parse(from) >= leastMs);
  return [...ofTurn(file, long), ...ofProcedure(file, long)];
}

function ofTurn({ clocks: { turn } }: CaseFile, known: readonly Outage[]): OutageNote[] {
  if (turn === null || turn.endedAt !== null) return [];
  const noted = turn.stops.filter(({ basis }) => basis === 'service-outage');
  return known
    .filter(({ to }) => to > turn.startedAt)
    .map(({ from, to }) => ({ from: laterOf(from, turn.startedAt), to }))
    .filter(({ from, to }) => !noted.some((stop) => stop.from <= from && (stop.to ?? to) >= to));
}

/** One after the other, since a day that is given back can be lost as well. */
function ofProcedure(file: CaseFile, known: readonly Outage[]): OutageNote[] {
  const { notes } = known.reduce<{ notes: OutageNote[]; now: CaseFile }>(
    ({ notes, now }, outage) => {
      const note = noteOf(now, outage);
      if (note === undefined) return { notes, now };
      return { notes: [...notes, note], now: { ...now, outages: [...(now.outages ?? []), note] } };
    },
    { notes: [], now: file },
  );
  return notes;
}

function noteOf(file: CaseFile, { from, to }: Outage): OutageNote | undefined {
  const touched = openTerms(file).filter(({ startedAt, endsAt }) => to > startedAt && from < endsAt);
  const [first] = touched.map(({ startedAt }) => startedAt).sort();
  if (first === undefined) return undefined;
  const note = { from: laterOf(from, first), to, terms: touched.map(({ name }) => name) };
  const isNoted = file.outages?.some((noted) => noted.from <= note.from && noted.to >= to);
  return isNoted ? undefined : note;
}

/** Who has objected has had his say, and nobody complains of one act twice. */
function openTerms(file: CaseFile): OpenTerm[] {
  const [received, objections] = [noticeReceivedAt(file), objectionsUntil(file)];
  const isHeard = file.status === 'awaiting-hearing' && file.hearing?.objection === null;
  const grievance = file.overAt === null && canBeComplainedOf(file) ? findGrievance(file) : undefined;
  return [
    ...(isHeard && received !== undefined && objections !== undefined
      ? [{ name: 'objection' as const, startedAt: received, endsAt: objections }]
      : []),
    ...(grievance !== undefined
      ? [
          {
            name: 'complaint' as const,
            startedAt: knownAt(file, grievance),
            endsAt: complaintsUntil(file, grievance),
          },
        ]
      : []),
  ];
}

/** Since when outages are looked up before an event takes the applicant's time; undefined where it takes none. */
export function outagesMatterSince(file: CaseFile, takes: EventType): string | undefined {
  if (takes === 'turn-lapsed') return file.clocks.turn?.startedAt;
  return openTerms(file).find(({ name }) => name === endedBy[takes])?.startedAt;
}

/**
 * The record of what is to be noted: effective with the last fact of the case, since nothing is backdated. One that
 * still lasted when it was noted is noted again when it is over, with another end and so another cause.
 */
export function eventsOfOutages(file: CaseFile, notes: readonly OutageNote[]): CaseEvent[] {
  return notes.map((data, index) => ({
    type: 'outage-noted',
    data,
    seq: file.seq + 1 + index,
    effectiveAt: file.lastAt,
    actor: theService,
    causeId: `outage:${data.from}/${data.to}`,
  }));
}

/** The case with every outage noted that it did not know of. */
export function withOutages(file: CaseFile, known: readonly Outage[]): CaseFile {
  const events = eventsOfOutages(file, outagesToNote(file, known));
  return events.reduce((now, event) => applyEvent(now.caseId, now, event), file);
}
