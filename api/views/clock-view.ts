/** The clocks of a case with their arithmetic, and the certificate of them that anybody can compute again. */
import { hashOfJson } from '../../db/hash';
import type { CaseRow } from '../../db/reads/cases';
import type { CaseFile } from '../../domain/case-file';
import type { Ledger } from '../../domain/clock';
import type { ClockCertificate } from '../../domain/clock-certificate';
import { certifyClock } from '../../policy/clock/clock-certificate';
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

/** Tied to the record by the chain hash of the last event it was taken from. */
export function certifyCase({ file, headHash }: CaseRow, now: string): ClockCertificate {
  const { caseId, seq, policyVersion, calendar } = file;
  return certifyClock({
    ...{ caseId, seq, policyVersion, calendar },
    recordHash: headHash,
    at: now,
    clocks: clocksOf(file).map((clock) => ({ ...clock, ledger: factsOf(clock.ledger) })),
    hash: hashOfJson,
  });
}

/** Without whose turn it is, which the case file keeps beside a ledger. */
function factsOf({ startedAt, endedAt, stops, extensions }: Ledger): Ledger {
  return { startedAt, endedAt, stops, extensions };
}
