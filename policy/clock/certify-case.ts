/** The certificate of all clocks of a case, tied to its record by the chain hash of the last event it was taken from. */
import type { CaseFile } from '../../domain/case-file';
import type { Ledger } from '../../domain/clock';
import type { ClockCertificate } from '../../domain/clock-certificate';
import { clocksOf } from '../clocks';
import type { Hash } from '../scoring';
import { certifyClock } from './clock-certificate';

interface Occasion {
  /** The chain hash of the event at which the file stands. */
  recordHash: string;
  /** ISO 8601, UTC. */
  at: string;
  hash: Hash;
}

/** Pure: for the office that hands it out, and for the auditor who makes it again from the record. */
export function certifyCase(file: CaseFile, { recordHash, at, hash }: Occasion): ClockCertificate {
  const { caseId, seq, policyVersion, calendar } = file;
  return certifyClock({
    ...{ caseId, seq, policyVersion, calendar, recordHash, at, hash },
    clocks: clocksOf(file).map((clock) => ({ ...clock, ledger: factsOf(clock.ledger) })),
  });
}

/** Without whose turn it is, which the case file keeps beside a ledger. */
function factsOf({ startedAt, endedAt, stops, extensions }: Ledger): Ledger {
  return { startedAt, endedAt, stops, extensions };
}
