/** Which outages of ours count: those long enough, that touched a turn of the applicant and are not in its ledger yet. */
import { theService } from '../domain/actor';
import { applyEvent } from '../domain/apply-event';
import type { CaseFile } from '../domain/case-file';
import type { Outage } from '../domain/clock';
import type { CaseEvent } from '../domain/events';
import { policyOf } from './policies';

const minuteMs = 60_000;

/** Instants of the case's own time; one that began before the turn counts from the turn's beginning. */
export function outagesToNote(file: CaseFile, known: readonly Outage[]): Outage[] {
  const { turn } = file.clocks;
  if (turn === null || turn.endedAt !== null) return [];
  const leastMs = policyOf(file.policyVersion).outageMinutes.value * minuteMs;
  const noted = turn.stops.filter(({ basis }) => basis === 'service-outage');
  return known
    .filter(({ from, to }) => Date.parse(to) - Date.parse(from) >= leastMs && to > turn.startedAt)
    .map(({ from, to }) => ({ from: from > turn.startedAt ? from : turn.startedAt, to }))
    .filter(({ from, to }) => !noted.some((stop) => stop.from <= from && (stop.to ?? to) >= to));
}

/**
 * The record of what is to be noted: effective with the last fact of the case, since nothing is backdated. One that
 * still lasted when it was noted is noted again when it is over, with another end and so another cause.
 */
export function eventsOfOutages(file: CaseFile, known: readonly Outage[]): CaseEvent[] {
  return outagesToNote(file, known).map((data, index) => ({
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
  return eventsOfOutages(file, known).reduce((now, event) => applyEvent(now.caseId, now, event), file);
}
