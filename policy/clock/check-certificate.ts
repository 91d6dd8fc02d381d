/** Whether a certificate of clocks follows from its own facts: checked by making it again, in the format that it has. */
import { firstCertificateFormat, type AnyClockCertificate } from '../../domain/clock-certificate';
import { differencesOf } from '../../domain/differences';
import type { Hash } from '../scoring';
import { calendars } from './calendars';
import { certifyClock, certifyClockFirst } from './clock-certificate';
import { faultsOf } from './ledger-faults';

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

/**
 * Computes everything again from terms, ledgers and calendar; empty when all agree. A figure that was changed is named,
 * and a fact that was changed by the sums that no longer follow from it, and by the hash. The shape is checked before.
 */
export function checkCertificate(certificate: AnyClockCertificate, hash: Hash): ClockFinding[] {
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
    return [...unsound(certificate), ...differing(certificate, madeAgain(certificate, hash))];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const found = unsound(certificate);
    return found.length > 0 ? found : [notComputable('', error.message)];
  }
}

function madeAgain(certificate: AnyClockCertificate, hash: Hash): AnyClockCertificate {
  return certificate.formatVersion === firstCertificateFormat
    ? certifyClockFirst({ ...certificate, hash })
    : certifyClock({ ...certificate, hash });
}

function unsound(certificate: AnyClockCertificate): ClockFinding[] {
  const ofLedgers = certificate.clocks.flatMap(({ ledger }, index) =>
    faultsOf(ledger).map((fault) => notComputable(`/clocks/${index}/ledger${fault}`, undefined)),
  );
  return [...ofLedgers, ...ofCalendars(certificate)];
}

/** The last calendar that the case was given is the one that counts. */
function ofCalendars(certificate: AnyClockCertificate): ClockFinding[] {
  if (certificate.formatVersion === firstCertificateFormat) return [];
  const { calendar, calendars: pinned } = certificate;
  const stated = pinned.at(-1)?.version;
  const pointer = `/calendars/${pinned.length - 1}/version`;
  return stated === calendar ? [] : [{ fault: 'differs', pointer, stated, recomputed: calendar }];
}

function notComputable(pointer: string, recomputed: unknown): ClockFinding {
  return { fault: 'not-computable', pointer, stated: undefined, recomputed };
}

function differing(stated: unknown, recomputed: unknown): ClockFinding[] {
  return differencesOf(stated, recomputed).map(({ pointer, left, right }) => {
    return { fault: 'differs', pointer, stated: left, recomputed: right };
  });
}
