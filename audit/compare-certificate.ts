/** Whether a certificate of clocks that was handed in says what the record of the case says. */
import type { ChainedEvent } from '../db/chain';
import { hashOfJson } from '../db/hash';
import { firstCertificateFormat, type AnyClockCertificate } from '../domain/clock-certificate';
import { tellClocks } from '../domain/clock-record';
import { differencesOf } from '../domain/differences';
import { certifyCase, certifyCaseFirst } from '../policy/clock/certify-case';
import type { ClockFinding } from '../policy/clock/check-certificate';
import { examineClocks } from './clock-file';
import { wordsOfFinding } from './clock-words';
import { counted } from './counted';
import { eventOf } from './recorded-events';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

/**
 * By itself first, as `audit clock` does; then its chain hash with that of the event it names, and all of it with the
 * certificate that the record gives for that event and instant. What is wrong by itself is told once.
 */
export function compareCertificate(caseId: string, given: unknown, rows: readonly ChainedEvent[]): Part {
  const { certificate, findings } = examineClocks(given);
  const alone = findings.map(findingOf);
  if (certificate === null) return partOf('certificate', 'nothing of its shape', alone);
  const compared = `${counted(certificate.clocks.length, 'clock')} up to event ${certificate.seq}`;
  if (certificate.caseId !== caseId) {
    const where = { pointer: '/caseId', recorded: certificate.caseId, expected: caseId };
    return partOf('certificate', compared, [
      diverged('The certificate is of another case.', where),
      ...alone,
    ]);
  }
  const last = rows.find(({ seq }) => seq === certificate.seq);
  if (last === undefined) {
    const words = `The record has no event ${certificate.seq}: the certificate is of another record.`;
    return partOf('certificate', compared, [diverged(words, { pointer: '/seq' }), ...alone]);
  }
  const known = new Set(findings.map(({ pointer }) => pointer));
  const foreign = againstRecord(certificate, { rows, last }).filter(({ pointer }) => !known.has(pointer));
  return partOf('certificate', compared, [...foreign.map(findingOf), ...alone]);
}

interface Taken {
  rows: readonly ChainedEvent[];
  /** The event that the certificate names. */
  last: ChainedEvent;
}

/** A story that makes no sense is the matter of the read tables; here only its chain hash is compared then. */
function againstRecord(certificate: AnyClockCertificate, { rows, last }: Taken): ClockFinding[] {
  const { caseId, at, recordHash, formatVersion } = certificate;
  try {
    const told = tellClocks(caseId, rows.filter(({ seq }) => seq <= last.seq).map(eventOf));
    const occasion = { recordHash: last.hash, at, hash: hashOfJson };
    if (told === null) return [];
    const isFirst = formatVersion === firstCertificateFormat;
    return ofRecord(
      certificate,
      isFirst ? certifyCaseFirst(told.file, occasion) : certifyCase(told, occasion),
    );
  } catch {
    return ofRecord({ recordHash }, { recordHash: last.hash });
  }
}

function ofRecord(stated: unknown, recorded: unknown): ClockFinding[] {
  return differencesOf(stated, recorded).map(({ pointer, left, right }) => {
    return { fault: 'not-of-record', pointer, stated: left, recomputed: right };
  });
}

function findingOf(finding: ClockFinding): Finding {
  const { fault, pointer, stated, recomputed } = finding;
  const isUnknown = fault === 'unknown-calendar' || fault === 'unknown-policy';
  const tell = isUnknown ? notComparable : diverged;
  return tell(wordsOfFinding(finding), { pointer, recorded: stated, expected: recomputed });
}
