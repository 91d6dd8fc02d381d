/** The clocks that a case has: which ledger is counted against which term, and what each of them says. */
import type { CaseFile } from '../domain/case-file';
import type { ClockName, Ledger } from '../domain/clock';
import type { LedgerReading, Term } from '../domain/clock-reading';
import { openLedger, stopLedger } from '../domain/ledger';
import { readLedger } from './clock/read-ledger';
import { policyOf } from './policies';
import type { Rule } from './rule';

export interface CaseClock {
  name: ClockName;
  term: Rule<Term>;
  ledger: Ledger;
}

export function clocksOf(file: CaseFile): CaseClock[] {
  const { serviceClock, turnTerms, complaint } = policyOf(file.policyVersion);
  const { clocks } = file;
  const turn = clocks.turn && { ...turnTerms, value: turnTerms.value[clocks.turn.turn] };
  return [
    { name: 'service', term: serviceClock.term, ledger: clocks.service },
    { name: 'target', term: serviceClock.target, ledger: clocks.service },
    ...ofLedger('verification', serviceClock.verification, clocks.verification),
    ...(turn ? ofLedger('turn', turn, clocks.turn) : []),
    ...ofLedger('complaint', complaint.decided, clocks.complaint),
  ];
}

function ofLedger(name: ClockName, term: Rule<Term>, ledger: Ledger | null): CaseClock[] {
  return ledger === null ? [] : [{ name, term, ledger }];
}

/** One clock that still counts, as it stands at an instant; undefined when the case has none or it has ended. */
export function readOpenClock(file: CaseFile, name: ClockName, at: string): LedgerReading | undefined {
  const clock = clocksOf(file).find((candidate) => candidate.name === name);
  if (clock === undefined || clock.ledger.endedAt !== null) return undefined;
  return readLedger(clock.ledger, clock.term.value, { at, calendar: file.calendar });
}

/** The end of a term that nothing stops, counted from the day after an instant; exclusive. */
export function endOf(term: Term, from: string, calendar: string): string {
  return endIn(openLedger(from), term, calendar);
}

/** The same of a term within which the applicant acts: the days of an outage of ours that the case has noted are out of it. */
export function endForApplicant(
  { outages = [], calendar }: Pick<CaseFile, 'outages' | 'calendar'>,
  term: Term,
  from: string,
): string {
  const stops = outages.map((outage) => ({ ...outage, basis: 'service-outage', wholeDays: true }));
  return endIn(stops.reduce(stopLedger, openLedger(from)), term, calendar);
}

function endIn(ledger: Ledger, term: Term, calendar: string): string {
  const { dueAt } = readLedger(ledger, term, { at: ledger.startedAt, calendar });
  if (dueAt === null) throw new Error('a term that nothing stops has an end');
  return dueAt;
}
