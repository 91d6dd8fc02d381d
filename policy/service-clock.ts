/** The service clock: whole days of the law that the state has had the ball, and when the term ends. */
import type { CaseFile } from '../domain/case-file';
import { laterOf } from '../domain/ledger';
import { readLedger } from './clock/read-ledger';
import { policyOf } from './policies';

export interface ClockReading {
  /** With every extension. */
  termDays: number;
  daysUsed: number;
  daysLeft: number;
  /** Null while the clock stands: then no end can be named. */
  dueAt: string | null;
  /** When the earlier, internal term ends; null while the clock stands. */
  warnAt: string | null;
  running: boolean;
}

/** Reads the ledger of the service at an instant (ISO 8601, UTC). */
export function readClock(
  file: Pick<CaseFile, 'clocks' | 'policyVersion' | 'calendar'>,
  at: string,
): ClockReading {
  const { term, target } = policyOf(file.policyVersion).serviceClock;
  const moment = { at, calendar: file.calendar };
  const { service } = file.clocks;
  const { termDays, daysUsed, daysLeft, dueAt, running } = readLedger(service, term.value, moment);
  const warnAt = readLedger(service, target.value, moment).dueAt;
  return {
    termDays,
    daysUsed,
    daysLeft,
    dueAt: running ? dueAt : null,
    warnAt: running ? warnAt : null,
    running,
  };
}

/**
 * When the office is warned of the end that the term has now; null while the clock stands, and once it was warned of that
 * end. A target that moved on is warned of anew where the policy says so, at once when it is over already, until the term is.
 */
export function findWarningAt(file: CaseFile): string | null {
  const { clockWarnedAt: warnedAt, deemedRefusedAt, lastAt, policyVersion } = file;
  const { warnAt } = readClock(file, lastAt);
  if (warnAt === null || warnedAt === null) return warnAt;
  const isNewEnd = deemedRefusedAt === null && warnAt > warnedAt;
  return isNewEnd && policyOf(policyVersion).warnsAgain.value ? laterOf(warnAt, lastAt) : null;
}
