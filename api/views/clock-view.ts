/** The clocks of a case with their arithmetic. */
import type { CaseFile } from '../../domain/case-file';
import { linesOf } from '../../policy/clock/explain-ledger';
import { readLedger } from '../../policy/clock/read-ledger';
import { segmentsOf } from '../../policy/clock/segments';
import { clocksOf, type CaseClock } from '../../policy/clocks';
import { policyOf } from '../../policy/policies';
import type { ClockView } from '../schemas/clock';

/** `now` is the instant of the case (ISO 8601, UTC). */
export function viewClock(file: CaseFile, now: string): ClockView {
  const { caseId, policyVersion, calendar, clockWarnedAt, deemedRefusedAt, officerStop } = file;
  const { stops } = policyOf(policyVersion);
  return {
    ...{ caseId, readAt: now, policyVersion, calendar },
    warnedAt: clockWarnedAt,
    deemedRefusedAt,
    officerStop: officerStop && {
      ...officerStop,
      rule: { ...stops, value: stops.value[officerStop.reason] },
    },
    clocks: clocksOf(file).map((clock) => viewOne(clock, { at: now, calendar })),
    outages: (file.outages ?? []).map(({ from, to }) => ({ from, to })),
  };
}

function viewOne({ name, term, ledger }: CaseClock, moment: { at: string; calendar: string }) {
  return {
    name,
    term,
    reading: readLedger(ledger, term.value, moment),
    segments: segmentsOf(ledger, moment.at),
    lines: linesOf(ledger, term.value, moment),
  };
}
