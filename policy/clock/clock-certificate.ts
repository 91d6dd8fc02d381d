/** The certificate of a case's clocks: made from the facts, and checked by making it again. */
import type { ClockName, Ledger } from '../../domain/clock';
import {
  clockCertificateFormat,
  type CertifiedClock,
  type ClockCertificate,
} from '../../domain/clock-certificate';
import { differencesOf } from '../../domain/differences';
import type { Rule } from '../rule';
import type { Hash } from '../scoring';
import { calendars } from './calendars';
import { linesOf } from './explain-ledger';
import { faultsOf } from './ledger-faults';
import { readLedger, type Moment, type Term } from './read-ledger';
import { segmentsOf } from './segments';

export interface ClockOfCase {
  name: ClockName;
  term: Rule<Term>;
  ledger: Ledger;
}

/** `recordHash`: the chain hash of event `seq`. `hash` gives the SHA-256 (hex) of a JSON value. */
export interface ClocksOfCase extends Moment {
  caseId: string;
  seq: number;
  recordHash: string;
  policyVersion: string;
  clocks: readonly ClockOfCase[];
  hash: Hash;
}

export const clockFaults = [
  'differs',
  'not-a-certificate',
  'unknown-calendar',
  'unknown-policy',
  'not-of-policy',
  'not-of-record',
  'not-computable',
] as const;
export type ClockFault = (typeof clockFaults)[number];

/** What is not as it would be computed: where, by JSON pointer; undefined is what is missing on a side. */
export interface ClockFinding {
  fault: ClockFault;
  pointer: string;
  stated: unknown;
  recomputed: unknown;
}

/** Pure: the same facts give the same certificate, byte for byte. Throws for an unknown calendar. */
export function certifyClock({ clocks, hash, ...of }: ClocksOfCase): ClockCertificate {
  const { caseId, seq, recordHash, policyVersion, calendar, at } = of;
  const body = {
    formatVersion: clockCertificateFormat,
    ...{ caseId, seq, recordHash, policyVersion, calendar, at },
    clocks: clocks.map((clock) => certified(clock, { at, calendar })),
  } satisfies Omit<ClockCertificate, 'sha256'>;
  return { ...body, sha256: hash(body) };
}

function certified({ name, term, ledger }: ClockOfCase, moment: Moment): CertifiedClock {
  return {
    name,
    term,
    ledger,
    segments: segmentsOf(ledger, moment.at),
    lines: linesOf(ledger, term.value, moment),
    reading: readLedger(ledger, term.value, moment),
  };
}

/**
 * Computes everything again from terms, ledgers and calendar; empty when all agree. A figure that was changed is named,
 * and a fact that was changed by the sums that no longer follow from it, and by the hash. The shape is checked before.
 */
export function checkCertificate(certificate: ClockCertificate, hash: Hash): ClockFinding[] {
  const { calendar } = certificate;
  if (!calendars.some(({ version }) => version === calendar)) {
    const { sha256, ...body } = certificate;
    const known = calendars.map(({ version }) => version);
    return [
      { fault: 'unknown-calendar', pointer: '/calendar', stated: calendar, recomputed: known },
      ...differing({ sha256 }, { sha256: hash(body) }),
    ];
  }
  try {
    return [...unsound(certificate), ...differing(certificate, certifyClock({ ...certificate, hash }))];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const found = unsound(certificate);
    return found.length > 0 ? found : [notComputable('', error.message)];
  }
}

function unsound({ clocks }: ClockCertificate): ClockFinding[] {
  return clocks.flatMap(({ ledger }, index) =>
    faultsOf(ledger).map((fault) => notComputable(`/clocks/${index}/ledger${fault}`, undefined)),
  );
}

function notComputable(pointer: string, recomputed: unknown): ClockFinding {
  return { fault: 'not-computable', pointer, stated: undefined, recomputed };
}

function differing(stated: unknown, recomputed: unknown): ClockFinding[] {
  return differencesOf(stated, recomputed).map(({ pointer, left, right }) => {
    return { fault: 'differs', pointer, stated: left, recomputed: right };
  });
}
