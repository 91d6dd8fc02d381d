/** What a change of status does to the clocks: which stand, which begin, which end. */
import type { CaseFile, Clocks } from './case-file';
import type { Ledger } from './clock';
import type { Turn } from './events';
import { endLedger, openLedger, resumeLedger, standsByRule, stopLedger } from './ledger';
import { isClosed, standing, type CaseStatus } from './statuses';

const turnOf: Partial<Record<CaseStatus, Turn>> = {
  'awaiting-test-booking': 'language-test',
  'awaiting-form': 'form',
  'awaiting-documents': 'documents',
};

/** `file` has its new status already; `at` is when that became law. */
export function settleClocks(file: CaseFile, at: string): Clocks {
  return {
    ...file.clocks,
    service: settleService(file, at),
    verification: settleVerification(file, at),
    turn: settleTurn(file, at),
  };
}

function settleService({ status, clocks: { service } }: CaseFile, at: string): Ledger {
  if (service.endedAt !== null) return service;
  return isClosed(status) ? endLedger(service, at) : standOrRun(service, status, at);
}

function settleVerification({ status, clocks, officerStop }: CaseFile, at: string): Ledger | null {
  const { verification } = clocks;
  const running = verification !== null && verification.endedAt === null;
  if (standing[status].stage !== 'verification') return running ? endLedger(verification, at) : verification;
  const held = clocks.service.stops.find(({ to, by }) => to === null && by.role !== 'service');
  const begun = openLedger(at);
  const ledger = running
    ? verification
    : officerStop && held
      ? stopLedger(begun, { ...held, from: at })
      : begun;
  return standOrRun(ledger, status, at);
}

function settleTurn({ status, clocks: { turn }, barredUntil }: CaseFile, at: string): Clocks['turn'] {
  const next = turnOf[status];
  if (next === undefined) return turn && endLedger(turn, at);
  if (turn?.turn === next && turn.endedAt === null) return turn;
  const begun = { ...openLedger(at), turn: next };
  const barred = next === 'language-test' && barredUntil !== null && barredUntil > at;
  return barred ? stopLedger(begun, { from: at, to: barredUntil, basis: 'retake-ban' }) : begun;
}

function standOrRun(ledger: Ledger, status: CaseStatus, at: string): Ledger {
  const stands = standsByRule(ledger);
  if (standing[status].clockRuns) return stands ? resumeLedger(ledger, at, 'rule') : ledger;
  return stands ? ledger : stopLedger(ledger, { from: at, basis: status });
}
