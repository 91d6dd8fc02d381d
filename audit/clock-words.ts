/** The lines of a clock in words, for the terminal and for the printed page. */
import type { ClockLine, DayUnit, LedgerReading, SegmentKind, SegmentLine } from '../domain/clock-reading';
import type { ClockFault, ClockFinding } from '../policy/clock/check-certificate';
import { counted } from './counted';

/** `days`: what the line adds to the sum beside it, and `sum` that sum; null where the line adds nothing. */
export interface WordedLine {
  words: string;
  days: number | null;
  sum: number | null;
}

const unitWords: Record<DayUnit, [string, string]> = {
  'calendar-days': ['calendar day', 'calendar days'],
  'working-days': ['working day', 'working days'],
};

export const segmentWords: Record<SegmentKind, string> = {
  running: 'ran',
  stopped: 'stood',
  extended: 'ran, on an extended term',
};

const faultWords: Record<ClockFault, string> = {
  differs: 'does not follow from the facts',
  'not-a-certificate': 'is not what a certificate holds',
  'unknown-calendar': 'is a calendar that this program does not know',
  'unknown-policy': 'is a policy that this program does not know',
  'not-of-policy': 'is not what the rows of its policy and calendar say',
  'not-of-record': 'is not what the record of the case says',
  'not-computable': 'cannot be counted with',
};

export function daysInWords(days: number, unit: DayUnit): string {
  const [one, many] = unitWords[unit];
  return `${days} ${Math.abs(days) === 1 ? one : many}`;
}

export function wordsOfLine(line: ClockLine, unit: DayUnit): WordedLine {
  switch (line.kind) {
    case 'term':
      return { words: `The term: ${daysInWords(line.days, unit)}.`, days: line.days, sum: line.termDays };
    case 'extension':
      return {
        words: `Extended by ${daysInWords(line.days, unit)} (${line.basis}, by ${line.by.id}, ${line.knownAt}).`,
        days: line.days,
        sum: line.termDays,
      };
    case 'anew':
      return {
        words: `The count begins anew after ${line.on} (${line.basis}).`,
        days: line.counted,
        sum: line.daysUsed,
      };
    case 'last-day':
      return { words: lastDayWords(line), days: null, sum: null };
    case 'running':
    case 'stopped':
    case 'extended':
      return { words: segmentLineWords(line), days: line.counted, sum: line.daysUsed };
    default:
      return line satisfies never;
  }
}

function segmentLineWords({ kind, fromOn, toOn, bases, ...line }: SegmentLine): string {
  const when = fromOn === null ? 'No whole day' : fromOn === toOn ? fromOn : `${fromOn} to ${String(toOn)}`;
  const because = bases.length === 0 ? '' : ` (${bases.join(', ')})`;
  const left = [
    line.daysOff > 0 && `${line.daysOff} off`,
    line.stood > 0 && `${line.stood} stood`,
    line.movedOver > 0 && `${line.movedOver} over which the last day moved`,
  ].filter((part) => part !== false);
  const notCounted = left.length === 0 ? '' : `, not counted: ${left.join(', ')}`;
  return `${when}: the clock ${segmentWords[kind]}${because}; ${counted(line.days, 'day')}${notCounted}.`;
}

function lastDayWords({ reachedOn, dueOn, movedDays }: Extract<ClockLine, { kind: 'last-day' }>): string {
  if (movedDays === 0) return `The last day is ${dueOn}.`;
  return `The term is reached on ${reachedOn}, no day to end on: the last day moves on to ${dueOn}.`;
}

export function wordsOfReading({ unit, ...reading }: LedgerReading): string[] {
  const state = reading.running ? 'runs' : 'does not run';
  return [
    `Used: ${daysInWords(reading.daysUsed, unit)} of ${reading.termDays}; left: ${reading.daysLeft}. The clock ${state}.`,
    reading.dueOn === null
      ? 'No last day can be named while the clock stands.'
      : `Last day: ${reading.dueOn}, over at ${String(reading.dueAt)}.`,
    ...(reading.official ? [] : ['It counts in a year whose days off the state has not published.']),
  ];
}

export function wordsOfFinding({ fault, pointer, stated, recomputed }: ClockFinding): string {
  const told = [
    ...(stated === undefined ? [] : [`stated ${shown(stated)}`]),
    ...(recomputed === undefined ? [] : [`computed again ${shown(recomputed)}`]),
  ];
  return `${pointer === '' ? 'The file' : pointer} ${faultWords[fault]}${told.length > 0 ? `: ${told.join(', ')}` : ''}.`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value).replace(/[\u007f-\u009f]/g, '?');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
