/** The certificate of a case's clocks, made from the facts: in today's format, and in the first one to check those laid down. */
import type { ClockName, Ledger } from '../../domain/clock';
import {
  clockCertificateFormat,
  firstCertificateFormat,
  type ClockCertificate,
  type FirstClockCertificate,
} from '../../domain/clock-certificate';
import type { PinnedCalendar } from '../../domain/clock-record';
import type { Rule } from '../rule';
import type { Hash } from '../scoring';
import { linesOf } from './explain-ledger';
import { readLedger, type Moment, type Term } from './read-ledger';
import { ruledSegments, type RuledClock } from './ruled-segments';
import { segmentsOf } from './segments';

export interface ClockOfCase {
  name: ClockName;
  term: Rule<Term>;
  ledger: Ledger;
}
export type RuledClockOfCase = ClockOfCase & RuledClock;

/** `recordHash`: the chain hash of event `seq`. `hash` gives the SHA-256 (hex) of a JSON value. */
interface OfCase extends Moment {
  caseId: string;
  seq: number;
  recordHash: string;
  policyVersion: string;
  hash: Hash;
}
export interface ClocksOfCase extends OfCase {
  calendars: readonly PinnedCalendar[];
  clocks: readonly RuledClockOfCase[];
}

/** Pure: the same facts give the same certificate, byte for byte. Throws for an unknown calendar and a ground without a row. */
export function certifyClock({ calendars, clocks, hash, ...of }: ClocksOfCase): ClockCertificate {
  const { at } = of;
  const body = {
    formatVersion: clockCertificateFormat,
    ...headOf(of),
    calendars: [...calendars],
    clocks: clocks.map((clock) => ({
      ...{ name: clock.name, term: clock.term, ledger: clock.ledger, rows: [...clock.rows] },
      segments: ruledSegments(clock, { at, calendars }),
      ...countedOf(clock, of),
    })),
  } satisfies Omit<ClockCertificate, 'sha256'>;
  return { ...body, sha256: hash(body) };
}

/** The same in the first format, whose segments say neither rows nor ends nor calendars. */
export function certifyClockFirst({
  clocks,
  hash,
  ...of
}: OfCase & { clocks: readonly ClockOfCase[] }): FirstClockCertificate {
  const body = {
    formatVersion: firstCertificateFormat,
    ...headOf(of),
    clocks: clocks.map((clock) => ({
      ...{ name: clock.name, term: clock.term, ledger: clock.ledger },
      segments: segmentsOf(clock.ledger, of.at),
      ...countedOf(clock, of),
    })),
  } satisfies Omit<FirstClockCertificate, 'sha256'>;
  return { ...body, sha256: hash(body) };
}

function headOf({ caseId, seq, recordHash, policyVersion, calendar, at }: Omit<OfCase, 'hash'>) {
  return { caseId, seq, recordHash, policyVersion, calendar, at };
}

function countedOf({ ledger, term }: ClockOfCase, { at, calendar }: Moment) {
  const moment = { at, calendar };
  return { lines: linesOf(ledger, term.value, moment), reading: readLedger(ledger, term.value, moment) };
}
