/** The service clock: whole days of the law that the state has had the ball, and when the term ends. */
import type { CaseFile, ClockSegment } from '../domain/case-file';
import { endOfLawDay, lawDayNumber, shiftDays } from '../domain/law-day';
import { policyOf } from './policies';

export interface ClockReading {
  termDays: number;
  daysUsed: number;
  daysLeft: number;
  /** Null while the clock stands: then no end can be named. */
  dueAt: string | null;
  warnAt: string | null;
  running: boolean;
}

/** A running stretch uses the days after the one it began on, up to and with the one it ended on. */
function daysOf(segment: ClockSegment, at: string): number {
  if (segment.kind === 'stopped') return 0;
  return Math.max(0, lawDayNumber(segment.to ?? at) - lawDayNumber(segment.from));
}

/** Reads the ledger at an instant (ISO 8601, UTC). */
export function readClock(file: Pick<CaseFile, 'clock' | 'policyVersion'>, at: string): ClockReading {
  const { termDays, warnDaysBefore } = policyOf(file.policyVersion).serviceClock;
  const { segments } = file.clock;
  const daysUsed = segments.reduce((sum, segment) => sum + daysOf(segment, at), 0);
  const current = segments.at(-1);
  const running = current?.kind === 'running' && current.to === null;
  const usedBefore = segments.slice(0, -1).reduce((sum, segment) => sum + daysOf(segment, at), 0);
  const dueAt = running ? endOfLawDay(lawDayNumber(current.from) + termDays.value - usedBefore) : null;
  return {
    termDays: termDays.value,
    daysUsed,
    daysLeft: termDays.value - daysUsed,
    dueAt,
    warnAt: dueAt && shiftDays(dueAt, -warnDaysBefore.value),
    running,
  };
}
