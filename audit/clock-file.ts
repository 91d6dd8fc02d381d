/** A certificate of clocks that was handed in: held to its shape, computed again, and told in lines. */
import { Value } from 'typebox/value';
import { hashOfJson } from '../db/hash';
import { ClockCertificate, type CertifiedClock } from '../domain/clock-certificate';
import { checkCertificate, type ClockFinding } from '../policy/clock/clock-certificate';
import { wordsOfFinding, wordsOfLine, wordsOfReading } from './clock-words';
import type { Verdict } from './verdict';

/** `certificate` is null when what was handed in has not the shape of one. */
export interface ExaminedClocks {
  verdict: Verdict;
  certificate: ClockCertificate | null;
  findings: ClockFinding[];
}

/** Needs nothing but the file: no database, no Temporal, no key. Not comparable: a calendar that is not known here. */
export function examineClocks(given: unknown): ExaminedClocks {
  if (!Value.Check(ClockCertificate, given))
    return { verdict: 'diverged', certificate: null, findings: shapeFindings(given) };
  const findings = checkCertificate(given, hashOfJson);
  const isOnlyUnknown = findings.every(({ fault }) => fault === 'unknown-calendar');
  const verdict = findings.length === 0 ? 'clean' : isOnlyUnknown ? 'not-comparable' : 'diverged';
  return { verdict, certificate: given, findings };
}

function shapeFindings(given: unknown): ClockFinding[] {
  const pointers = new Set(Value.Errors(ClockCertificate, given).map(({ instancePath }) => instancePath));
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
  clean: 'CLEAN: every figure follows from the facts, the terms and the calendar.',
  'not-comparable': 'NOT COMPARABLE: the calendar is not known here, so nothing could be computed again.',
  diverged: 'DIVERGED: what is stated is not what follows from the facts.',
};

export function printClocks({ verdict, certificate, findings }: ExaminedClocks): string {
  const lines = [
    ...(certificate === null ? [] : certificateLines(certificate)),
    ...findings.map((finding) => ` ✗ ${wordsOfFinding(finding)}`),
    ...(findings.length > 0 ? [''] : []),
    verdictWords[verdict],
  ];
  return `${lines.join('\n')}\n`;
}

function certificateLines({ caseId, seq, recordHash, ...rest }: ClockCertificate): string[] {
  return [
    `Clocks of case ${caseId} at ${rest.at}, by calendar ${rest.calendar} and policy ${rest.policyVersion}`,
    `  from its record up to event ${seq}, chain hash ${recordHash}`,
    `  sha256 ${rest.sha256}`,
    '',
    ...rest.clocks.flatMap((clock) => [...clockLines(clock), '']),
  ];
}

function clockLines({ name, term, ledger, lines, reading }: CertifiedClock): string[] {
  const ended = ledger.endedAt === null ? '' : `, ended ${ledger.endedAt}`;
  return [
    `Clock "${name}", began ${ledger.startedAt}${ended}`,
    `  term from ${term.source} (${term.confidence})`,
    ...lines.map((line) => {
      const { words, days, sum } = wordsOfLine(line, reading.unit);
      return `  ${figure(days)} ${sum === null ? '     ' : `=${figure(sum)}`}  ${words}`;
    }),
    ...wordsOfReading(reading).map((words) => `  → ${words}`),
  ];
}

function figure(days: number | null): string {
  return (days === null ? '' : String(days)).padStart(4);
}
