/** Which outages of ours count: those long enough, that touched a turn of the applicant and are not in its ledger yet. */
import type { CaseFile } from '../domain/case-file';
import { policyOf } from './policies';

export interface Outage {
  from: string;
  to: string;
}

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
