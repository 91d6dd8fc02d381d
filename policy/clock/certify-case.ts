/** The certificate of all clocks of a case, tied to its record by the chain hash of the last event it was taken from. */
import type { CaseFile, Clocks } from '../../domain/case-file';
import type { ClockName, Ledger } from '../../domain/clock';
import type { ClockCertificate, FirstClockCertificate } from '../../domain/clock-certificate';
import type { ToldCase, ToldLedger } from '../../domain/clock-record';
import { clocksOf } from '../clocks';
import { policyOf } from '../policies';
import type { Hash } from '../scoring';
import { certifyClock, certifyClockFirst, type RuledClockOfCase } from './clock-certificate';
import { rowsOf } from './ground-rows';

interface Occasion {
  /** The chain hash of the event at which the file stands. */
  recordHash: string;
  /** ISO 8601, UTC. */
  at: string;
  hash: Hash;
}

/** Pure: for the office that hands it out, and for the auditor who makes it again from the record. */
export function certifyCase(told: ToldCase, { recordHash, at, hash }: Occasion): ClockCertificate {
  const { caseId, seq, policyVersion, calendar } = told.file;
  const { calendars } = told;
  return certifyClock({
    ...{ caseId, seq, policyVersion, calendar, calendars, recordHash, at, hash },
    clocks: ruledClocksOf(told),
  });
}

/** The same in the first format, for the auditor of one that was laid down in it. */
export function certifyCaseFirst(file: CaseFile, { recordHash, at, hash }: Occasion): FirstClockCertificate {
  const { caseId, seq, policyVersion, calendar } = file;
  return certifyClockFirst({
    ...{ caseId, seq, policyVersion, calendar, recordHash, at, hash },
    clocks: clocksOf(file).map((clock) => ({ ...clock, ledger: factsOf(clock.ledger) })),
  });
}

const ledgerOf = {
  service: 'service',
  target: 'service',
  verification: 'verification',
  turn: 'turn',
  complaint: 'complaint',
} as const satisfies Record<ClockName, keyof Clocks>;

/** Every clock of the case with what the record tells of it, and the rows of the policy behind its grounds. */
export function ruledClocksOf({ file, ledgers }: ToldCase): RuledClockOfCase[] {
  const policy = policyOf(file.policyVersion);
  return clocksOf(file).map(({ name, term }) => {
    const ledger = ledgers[ledgerOf[name]];
    if (ledger === null) throw new Error(`the record tells of no clock ${name}`);
    return { name, term, ledger: { ...factsOf(ledger), begun: ledger.begun }, rows: rowsOf(policy, ledger) };
  });
}

/** Without whose turn it is, which the case file keeps beside a ledger. */
function factsOf<L extends Ledger | ToldLedger>({ startedAt, endedAt, stops, extensions }: L) {
  return { startedAt, endedAt, stops: stops as L['stops'], extensions };
}
