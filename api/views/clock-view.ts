/** The clocks of a case with their arithmetic. */
import type { ToldCase } from '../../domain/clock-record';
import { ruledClocksOf } from '../../policy/clock/certify-case';
import { linesOf } from '../../policy/clock/explain-ledger';
import { readLedger } from '../../policy/clock/read-ledger';
import { ruledSegments } from '../../policy/clock/ruled-segments';
import { policyOf } from '../../policy/policies';
import type { ClockView } from '../schemas/clock';

/** `now` is the instant of the case (ISO 8601, UTC). */
export function viewClock(told: ToldCase, now: string): ClockView {
  const { file, calendars } = told;
  const { caseId, policyVersion, calendar, clockWarnedAt, deemedRefusedAt, officerStop } = file;
  const { stops } = policyOf(policyVersion);
  return {
    ...{ caseId, readAt: now, policyVersion, calendar, calendars },
    warnedAt: clockWarnedAt,
    deemedRefusedAt,
    officerStop: officerStop && {
      ...officerStop,
      rule: { ...stops, value: stops.value[officerStop.reason] },
    },
    clocks: ruledClocksOf(told).map((clock) => {
      const { name, term, ledger } = clock;
      const moment = { at: now, calendar };
      return {
        name,
        term,
        reading: readLedger(ledger, term.value, moment),
        segments: ruledSegments(clock, { at: now, calendars }),
        lines: linesOf(ledger, term.value, moment),
      };
    }),
    outages: (file.outages ?? []).map(({ from, to }) => ({ from, to })),
  };
}
