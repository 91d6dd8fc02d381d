/** What the record of a case tells of its clocks beyond their ledgers: who began each, who ended its stops, which calendars counted. */
import { applyEvent } from './apply-event';
import type { CaseFile, Clocks } from './case-file';
import type { ClockStop, Ledger } from './clock';
import type { Telling } from './clock-reading';
import type { CaseEvent } from './events';

/** `end`: who gave the stop the end that it has, and when that was stamped; null while it has none. */
export interface ToldStop extends ClockStop {
  end: Telling | null;
}

export interface ToldLedger extends Ledger {
  begun: Telling;
  stops: ToldStop[];
}

export interface PinnedCalendar extends Telling {
  version: string;
}

/** A case with its ledgers as the record tells them, and every calendar that it has been counted by, in their order. */
export interface ToldCase {
  file: CaseFile;
  ledgers: { [Name in keyof Clocks]: ToldLedger | null };
  calendars: PinnedCalendar[];
}

/** Null before the first event. Throws for a story that makes no sense, as the fold does. */
export function tellClocks(caseId: string, events: readonly CaseEvent[]): ToldCase | null {
  return events.reduce<ToldCase | null>((told, event) => {
    const file = applyEvent(caseId, told?.file ?? null, event);
    return toldAfter(told, file, { by: event.actor, knownAt: event.effectiveAt });
  }, null);
}

function toldAfter(told: ToldCase | null, file: CaseFile, telling: Telling): ToldCase {
  const { clocks, calendar } = file;
  const retold = (name: keyof Clocks) => toldLedger(told?.ledgers[name] ?? null, clocks[name], telling);
  const calendars = told?.calendars ?? [];
  return {
    file,
    ledgers: {
      service: retold('service'),
      verification: retold('verification'),
      turn: retold('turn'),
      complaint: retold('complaint'),
    },
    calendars:
      calendars.at(-1)?.version === calendar ? calendars : [...calendars, { version: calendar, ...telling }],
  };
}

function toldLedger(before: ToldLedger | null, ledger: Ledger | null, telling: Telling): ToldLedger | null {
  if (ledger === null) return null;
  const known = before !== null && goesOn(before, ledger) ? before : null;
  const { startedAt, endedAt, extensions } = ledger;
  const stops = ledger.stops.map((stop, index): ToldStop => {
    if (stop.to === null) return { ...stop, end: null };
    const was = known?.stops[index];
    return { ...stop, end: was?.to === stop.to ? was.end : telling };
  });
  return { startedAt, endedAt, extensions, stops, begun: known?.begun ?? telling };
}

/** The same ledger with more facts, not another that was opened in its place. */
function goesOn(before: Ledger, ledger: Ledger): boolean {
  const { startedAt, stops } = ledger;
  return (
    before.startedAt === startedAt &&
    before.stops.every(
      ({ from, basis }, index) => stops[index]?.from === from && stops[index]?.basis === basis,
    )
  );
}
