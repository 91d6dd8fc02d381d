/** What the clocks change in a case file. */
import type { CaseFile, Clocks } from '../case-file';
import type { ExtensionBasis, Ledger } from '../clock';
import type { ClockEvents } from '../events/clock';
import { laterOf, resumeLedger, stopLedger } from '../ledger';
import type { Folds } from './fold';

export const clockFolds: Folds<keyof ClockEvents> = {
  'clock-stopped': (file, { data: { reason, effect }, effectiveAt, actor }) => {
    const from = laterOf(effectiveAt, file.lastAt);
    const stop = { from, basis: `officer:${reason}`, by: actor, effect };
    return {
      officerStop: { reason, since: from, by: actor.id },
      clocks: ofTheState(file, (ledger) => stopLedger(ledger, stop)),
    };
  },
  'clock-resumed': (file, { effectiveAt }) => ({
    officerStop: null,
    clocks: ofTheState(file, (ledger) => resumeLedger(ledger, effectiveAt, 'officer')),
  }),
  'clock-extended': ({ clocks }, { data: { days }, effectiveAt, actor }) => {
    const basis: ExtensionBasis = actor.role === 'service' ? 'rule' : 'supervisor';
    const extension = { days, basis, by: actor, knownAt: effectiveAt };
    const service = { ...clocks.service, extensions: [...clocks.service.extensions, extension] };
    return { clocks: { ...clocks, service } };
  },
  'calendar-adopted': (_, { data }) => ({ calendar: data.calendar }),
  'outage-noted': ({ clocks, outages = [] }, { data: { from, to, terms }, effectiveAt }) => {
    if (terms !== undefined) return { outages: [...outages, { from, to }] };
    const { turn } = clocks;
    if (turn === null || turn.endedAt !== null) return {};
    const outage = { from, to, basis: 'service-outage', wholeDays: true, knownAt: effectiveAt };
    return { clocks: { ...clocks, turn: stopLedger(turn, outage) } };
  },
  'clock-warned': (_, { effectiveAt }) => ({ clockWarnedAt: effectiveAt }),
  'deemed-refused': (_, { data }) => ({ deemedRefusedAt: data.dueAt }),
  'case-escalated': (file, { data, effectiveAt }) => ({
    escalation: { cause: data.cause, since: effectiveAt },
    escalated: [...file.escalated, data.cause],
  }),
};

/** An officer stops the clocks that run against the state, not those that run against the applicant. */
function ofTheState({ clocks }: CaseFile, change: (ledger: Ledger) => Ledger): Clocks {
  const { service, verification } = clocks;
  const stillOpen = verification !== null && verification.endedAt === null;
  return {
    ...clocks,
    service: change(service),
    verification: stillOpen ? change(verification) : verification,
  };
}
