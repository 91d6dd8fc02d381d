/** The clocks that a case has: which ledger is counted against which term, and what each of them says. */
import type { CaseFile } from '../domain/case-file';
import type { ClockName, Ledger } from '../domain/clock';
import type { LedgerReading, Term } from '../domain/clock-reading';
import { openLedger } from '../domain/ledger';
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
  const { dueAt } = readLedger(openLedger(from), term, { at: from, calendar });
  if (dueAt === null) throw new Error('a term that nothing stops has an end');
  return dueAt;
}
