/** A certificate of clocks that was handed in: held to its shape, computed again, and told in lines. */
import { Value } from 'typebox/value';
import { hashOfJson } from '../db/hash';
import {
  ClockCertificate,
  firstCertificateFormat,
  FirstClockCertificate,
  type AnyClockCertificate,
  type CertifiedClock,
  type FirstCertifiedClock,
} from '../domain/clock-certificate';
import { comparePolicy } from '../policy/clock/certificate-terms';
import { checkCertificate, type ClockFault, type ClockFinding } from '../policy/clock/check-certificate';
import { wordsOfFinding, wordsOfLine, wordsOfReading } from './clock-words';
import { wordsOfGround, wordsOfSegment } from './segment-words';
import type { Verdict } from './verdict';

/** `certificate` is null when what was handed in has not the shape of one. */
export interface ExaminedClocks {
  verdict: Verdict;
  certificate: AnyClockCertificate | null;
  findings: ClockFinding[];
}

/** What is not known here can be neither right nor wrong. */
const unknown: readonly ClockFault[] = ['unknown-calendar', 'unknown-policy'];

/**
 * Needs nothing but the file: no database, no Temporal, no key. Not comparable: a calendar or a policy that is not
 * known here. Whether the facts are those of the case only its record can tell (`audit replay --certificate`).
 */
export function examineClocks(given: unknown): ExaminedClocks {
  if (!isCertificate(given))
    return { verdict: 'diverged', certificate: null, findings: shapeFindings(given) };
  const findings = [...comparePolicy(given), ...checkCertificate(given, hashOfJson)];
  const isOnlyUnknown = findings.every(({ fault }) => unknown.includes(fault));
  const verdict = findings.length === 0 ? 'clean' : isOnlyUnknown ? 'not-comparable' : 'diverged';
  return { verdict, certificate: given, findings };
}

/** Held to the format that it names; to today's when it names none. */
function isCertificate(given: unknown): given is AnyClockCertificate {
  return Value.Check(shapeOf(given), given);
}

function shapeOf(given: unknown) {
  const isFirst = isTree(given) && given.formatVersion === firstCertificateFormat;
  return isFirst ? FirstClockCertificate : ClockCertificate;
}

function shapeFindings(given: unknown): ClockFinding[] {
  const pointers = new Set(Value.Errors(shapeOf(given), given).map(({ instancePath }) => instancePath));
  return [...pointers].map((pointer) => ({
    fault: 'not-a-certificate',
    pointer,
    stated: valueAt(given, pointer),
    recomputed: undefined,
  }));
}

function valueAt(value: unknown, pointer: string): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), value);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

const verdictWords: Record<Verdict, string> = {
  clean:
    'CLEAN: the terms are those of the policy, and every figure follows from the facts, the terms and the calendar.',
  'not-comparable':
    'NOT COMPARABLE: the calendar or the policy is not known here, so not everything could be compared.',
  diverged: 'DIVERGED: what is stated is not what follows from the facts and the law.',
};

const beyond = (caseId: string) =>
  `Whether these facts and the chain hash are those of the record, only the record can tell: audit replay ${caseId} --certificate <file>`;

export function printClocks({ verdict, certificate, findings }: ExaminedClocks): string {
  const lines = [
    ...(certificate === null ? [] : certificateLines(certificate)),
    ...findings.map((finding) => ` ✗ ${wordsOfFinding(finding)}`),
    ...(findings.length > 0 ? [''] : []),
    verdictWords[verdict],
    ...(certificate === null ? [] : [beyond(certificate.caseId)]),
  ];
  return `${lines.join('\n')}\n`;
}

function certificateLines({ caseId, seq, recordHash, ...rest }: AnyClockCertificate): string[] {
  return [
    `Clocks of case ${caseId} at ${rest.at}, by calendar ${rest.calendar} and policy ${rest.policyVersion}`,
    `  from its record up to event ${seq}, chain hash ${recordHash}`,
    `  sha256 ${rest.sha256}`,
    '',
    ...rest.clocks.flatMap((clock) => [...clockLines(clock), '']),
  ];
}

function clockLines(clock: FirstCertifiedClock | CertifiedClock): string[] {
  const { name, term, ledger, lines, reading } = clock;
  const ended = ledger.endedAt === null ? '' : `, ended ${ledger.endedAt}`;
  return [
    `Clock "${name}", began ${ledger.startedAt}${ended}`,
    `  term from ${term.source} (${term.confidence})`,
    ...lines.map((line) => {
      const { words, days, sum } = wordsOfLine(line, reading.unit);
      return `  ${figure(days)} ${sum === null ? '     ' : `=${figure(sum)}`}  ${words}`;
    }),
    ...wordsOfReading(reading).map((words) => `  → ${words}`),
    ...('rows' in clock ? segmentLines(clock) : []),
  ];
}

function segmentLines({ segments }: CertifiedClock): string[] {
  return segments.flatMap((segment) => [
    `  ${wordsOfSegment(segment)}`,
    ...segment.grounds.map((ground) => `      ${wordsOfGround(ground)}`),
  ]);
}

function figure(days: number | null): string {
  return (days === null ? '' : String(days)).padStart(4);
}
