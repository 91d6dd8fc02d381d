/** The last days that notices name: the law's dates, each still in time. */
import type { CaseFile } from '../../domain/case-file';
import type { ClockName } from '../../domain/clock';
import { laterOf } from '../../domain/ledger';
import { lawDate } from '../../domain/law-day';
import { readOpenClock } from '../clocks';
import { complaintsUntilFrom } from '../complaint';
import { policyOf } from '../policies';

/** The last day before an exclusive end. */
export function lastDayBefore(end: string): string {
  return lawDate(new Date(Date.parse(end) - 1).toISOString());
}

/** The last day of the applicant's turn, which may begin or go on later; null where none can be named. */
export function turnDueOn(file: CaseFile, at: string): string | null {
  if (!policyOf(file.policyVersion).told.turnEnds.value) return dueOn(file, 'turn', at);
  return readOpenClock(file, 'turn', laterOf(at, file.lastAt))?.dueOn ?? null;
}

/** Null while the clock stands, or where there is none. */
export function dueOn(file: CaseFile, clock: ClockName, at: string): string | null {
  const reading = readOpenClock(file, clock, at);
  return reading?.running === true ? reading.dueOn : null;
}

/** `complainBy` for whoever receives the notice on the day of the act. */
export function remedyOf(file: CaseFile, at: string) {
  const { filedWithinMonths } = policyOf(file.policyVersion).complaint;
  return {
    complainMonths: filedWithinMonths.value.named,
    complainBy: lastDayBefore(complaintsUntilFrom(file, at)),
  };
}
