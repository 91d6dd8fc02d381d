/** The arithmetic of a clock line by line, so that the sum of the lines is its reading. */
import type { ClockStop, Ledger } from '../../domain/clock';
import type { ClockLine, Segment, SegmentLine, Term } from '../../domain/clock-reading';
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import {
  lastDayOf,
  movedOverBetween,
  runBetween,
  stoodBetween,
  type Count,
  type LastDay,
} from './count-days';
import { countOf, earlier, readLedger, type Moment } from './read-ledger';
import { inOrder, segmentsOf } from './segments';

/** A count that goes on over the segments until a stop lets it begin anew. */
interface Tally {
  count: Count;
  lastDay: LastDay;
  daysUsed: number;
}

/**
 * The term and each extension; each segment with the days that are its own (after the day on which it began, up to and
 * with the day of its end); each new beginning, which takes back what was counted; and the last day, once it can be named.
 */
export function linesOf(ledger: Ledger, term: Term, moment: Moment): ClockLine[] {
  return [
    ...termLines(ledger, term),
    ...countLines(ledger, term, moment),
    ...lastDayLine(ledger, term, moment),
  ];
}

function termLines(ledger: Ledger, { days }: Term): ClockLine[] {
  let termDays = days;
  const extensions = inOrder(ledger.extensions, ({ knownAt }) => knownAt).map((extension): ClockLine => {
    termDays += extension.days;
    const { basis, by, knownAt } = extension;
    return { kind: 'extension', days: extension.days, termDays, basis, by, knownAt };
  });
  return [{ kind: 'term', days, termDays: days }, ...extensions];
}

function countLines(ledger: Ledger, term: Term, { at, calendar }: Moment): ClockLine[] {
  const until = earlier(at, ledger.endedAt);
  const begins = beginningsOf(ledger, until);
  const after = lawDayNumber(ledger.startedAt);
  let tally = tallyFrom({ ...countOf(ledger, term, { at: until, calendar }), after });
  const lines: ClockLine[] = [];
  const beginAnew = (by: string) => {
    while (begins[0] !== undefined && Date.parse(begins[0].to) <= Date.parse(by)) {
      const { to, basis } = begins.shift() as Beginning;
      lines.push({ kind: 'anew', on: dateOf(to), counted: 0 - tally.daysUsed, daysUsed: 0, basis });
      tally = tallyFrom({ ...tally.count, after: lawDayNumber(to) });
    }
  };
  for (const segment of segmentsOf(ledger, at)) {
    if (segment.from !== segment.to) beginAnew(segment.from);
    const line = lineOf(segment, tally);
    tally.daysUsed = line.daysUsed;
    lines.push(line);
  }
  beginAnew(until);
  return lines;
}

type Beginning = ClockStop & { to: string };

/** The stops after which the term began anew, in the order of their ends. */
function beginningsOf({ startedAt, stops }: Ledger, until: string): Beginning[] {
  const over = stops.filter(
    (stop): stop is Beginning =>
      stop.effect === 'anew' &&
      stop.to !== null &&
      Date.parse(stop.to) > Date.parse(startedAt) &&
      Date.parse(stop.to) <= Date.parse(until),
  );
  return inOrder(over, ({ to }) => to);
}

function tallyFrom(count: Count): Tally {
  return { count, lastDay: lastDayOf(count), daysUsed: 0 };
}

function lineOf({ kind, from, to, grounds }: Segment, { count, lastDay, daysUsed }: Tally): SegmentLine {
  const [after, upTo] = [lawDayNumber(from), lawDayNumber(to)];
  const days = upTo - after;
  const stood = stoodBetween(count, after, upTo);
  const run = runBetween(count, after, upTo);
  const movedOver = movedOverBetween(count, lastDay, [after, upTo]);
  return {
    kind,
    fromOn: days === 0 ? null : dateOfDayNumber(after + 1),
    toOn: days === 0 ? null : dateOfDayNumber(upTo),
    days,
    counted: run - movedOver,
    daysOff: days - stood - run,
    stood,
    movedOver,
    daysUsed: daysUsed + run - movedOver,
    bases: grounds.map(({ basis }) => basis),
  };
}

function lastDayLine(ledger: Ledger, term: Term, moment: Moment): ClockLine[] {
  const { reachedOn, dueOn } = readLedger(ledger, term, moment);
  if (reachedOn === null || dueOn === null) return [];
  const movedDays = lawDayNumber(dueOn) - lawDayNumber(reachedOn);
  return [{ kind: 'last-day', reachedOn, dueOn, movedDays }];
}

function dateOf(instant: string): string {
  return dateOfDayNumber(lawDayNumber(instant));
}
