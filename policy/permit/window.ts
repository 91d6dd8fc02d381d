/** Until when a permit may be renewed. */
import { dateOfDayNumber, dayNumberOf } from '../../domain/law-day';
import type { FilingKind, FilingWindow, WindowRule } from '../../domain/permit';
import { assumption, inferred, press, type Rule } from '../rule';
import { newRules } from './sources';

interface WindowTerms {
  validFrom: string;
  /** Calendar days after the last day of the stay. */
  graceDays: Rule<number>;
  /** Days after the day on which a fine without an expulsion was decided. */
  fineDays: Rule<number>;
  /** So many days before the end at the earliest; null: at any time. */
  earliestDays: Rule<number | null>;
  /** Whether a last day on a day off moves on. */
  movesOn: Rule<boolean>;
  fineAfterEnd: Rule<boolean>;
}

const terms: readonly WindowTerms[] = [
  {
    validFrom: '2026-01-01',
    graceDays: press(10, `${newRules}: before the stay ends or within ten calendar days after it`),
    fineDays: press(
      15,
      `${newRules}: within fifteen days of a fine without expulsion; read as calendar days`,
    ),
    earliestDays: assumption(
      null,
      'the earliest day is not published, so nobody is turned away as too early',
    ),
    movesOn: assumption(
      false,
      'applications are filed online, which works on every day; the reports speak of calendar days alone',
    ),
    fineAfterEnd: inferred(
      true,
      'the fine meant is the one for staying on: it is decided after the last day of the stay',
    ),
  },
];

/** The rows in force on a law's date; throws before the first. */
export function windowTermsOn(date: string): WindowTerms {
  const row = terms.findLast(({ validFrom }) => validFrom <= date);
  if (row === undefined) throw new Error(`no filing window on ${date}`);
  return row;
}

/** Law's dates, YYYY-MM-DD; `currentUntil`: the last day of the permit that is renewed. */
export interface WindowQuestion {
  filing: FilingKind;
  currentUntil: string | null;
  finedOn?: string | null | undefined;
  filedOn: string;
}

/** Refused: the rule that would have let it in last, and its last day; null where there is no permit to renew. */
export type WindowReading =
  { ok: true; window: FilingWindow } | { ok: false; rule: WindowRule; lastDay: string | null };

/** The last day itself is in time. */
export function readFilingWindow({ filing, currentUntil, finedOn, filedOn }: WindowQuestion): WindowReading {
  if (filing === 'issue') return { ok: true, window: { rule: 'first-filing', lastDay: null } };
  if (currentUntil === null) return { ok: false, rule: 'before-the-end', lastDay: null };
  const windows = windowsAfter(currentUntil, finedOn ?? null, filedOn);
  const window = windows.find(({ lastDay }) => filedOn <= lastDay);
  if (window !== undefined) return { ok: true, window };
  const last = windows.reduce((a, b) => (b.lastDay > a.lastDay ? b : a));
  return { ok: false, ...last };
}

/** The last day on which a permit that ends then (a law's date) is renewed by whoever was not fined. */
export function renewedBy(validUntil: string): string {
  return daysAfter(validUntil, windowTermsOn(validUntil).graceDays.value);
}

type Window = FilingWindow & { lastDay: string };

function windowsAfter(currentUntil: string, finedOn: string | null, filedOn: string): [Window, ...Window[]] {
  const { graceDays, fineDays } = windowTermsOn(filedOn);
  const counts = finedOn !== null && finedOn > currentUntil && finedOn <= filedOn;
  return [
    { rule: 'before-the-end', lastDay: currentUntil },
    { rule: 'ten-days-after', lastDay: daysAfter(currentUntil, graceDays.value) },
    ...(counts
      ? [{ rule: 'fifteen-days-after-a-fine' as const, lastDay: daysAfter(finedOn, fineDays.value) }]
      : []),
  ];
}

/** Where it is read that a filing of that law's date is in time by a rule; null for a first one, which no rule limits. */
export function sourceOfWindow(rule: WindowRule, filedOn: string): string | null {
  const { graceDays, fineDays } = windowTermsOn(filedOn);
  const sources: Record<WindowRule, string | null> = {
    'first-filing': null,
    'before-the-end': graceDays.source,
    'ten-days-after': graceDays.source,
    'fifteen-days-after-a-fine': fineDays.source,
  };
  return sources[rule];
}

function daysAfter(date: string, days: number): string {
  return dateOfDayNumber(dayNumberOf(date) + days);
}
