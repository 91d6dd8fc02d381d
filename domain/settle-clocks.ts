/** What a change of status does to the clocks: which stand, which begin, which end. */
import type { CaseFile, Clocks } from './case-file';
import type { Ledger } from './clock';
import type { Turn } from './events';
import { endLedger, openLedger, reopenLedger, resumeLedger, standsByRule, stopLedger } from './ledger';
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

/** A case that comes back to verification goes on counting where it stopped; one that was set aside begins anew. */
function settleVerification({ status, clocks, officerStop }: CaseFile, at: string): Ledger | null {
  const { verification } = clocks;
  const isRunning = verification !== null && verification.endedAt === null;
  if (standing[status].stage !== 'verification')
    return isRunning ? endLedger(verification, at) : verification;
  if (isRunning) return standOrRun(verification, status, at);
  const ledger = verification === null ? openLedger(at) : reopenLedger(verification, at);
  const held = clocks.service.stops.find(({ to, by }) => to === null && by.role !== 'service');
  return standOrRun(officerStop && held ? stopLedger(ledger, { ...held, from: at }) : ledger, status, at);
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
