/** What a clock says: its term, its reading, and the arithmetic behind it, as segments and as lines. */
import { Type, type Static, type TProperties, type TSchema } from 'typebox';
import { roles } from './roles';

export function exact<T extends TProperties>(members: T) {
  return Type.Object(members, { additionalProperties: false });
}
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const DayCount = Type.Integer({ minimum: 0, maximum: 100_000 });
const DaySum = Type.Integer({ minimum: -100_000, maximum: 100_000 });
const LawDate = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });

/** ISO 8601, UTC. */
export const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$' });
/** A code or an id: nothing that a page or a terminal could take for anything else. */
export const Code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$' });
/** Printable, as the subject of a token is. */
const Subject = Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$' });
const Author = exact({
  id: Subject,
  role: Type.Enum([...roles, 'agency', 'service']),
});
/** Why a segment is what it is: the facts of the ledger that stand behind it. */
export const Ground = { basis: Code, by: Author, knownAt: Instant };

/** Who made something so, and when that was stamped. */
export const Telling = exact({ by: Author, knownAt: Instant });
export type Telling = Static<typeof Telling>;

/** Where a value of the law comes from, and how sure we are. */
export const RowSource = {
  source: Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]+$', maxLength: 1000 }),
  confidence: Type.Enum(['official', 'press', 'inferred', 'assumption']),
};

export const dayUnits = ['calendar-days', 'working-days'] as const;
export type DayUnit = (typeof dayUnits)[number];

export const Term = exact({
  days: Type.Integer({ minimum: 1, maximum: 10_000 }),
  unit: Type.Enum([...dayUnits]),
});
/** Days of the law, from the day after the start. */
export type Term = Static<typeof Term>;

export const LedgerReading = exact({
  termDays: Type.Integer({ minimum: 1, maximum: 100_000, description: 'With all extensions' }),
  unit: Type.Enum([...dayUnits]),
  daysUsed: DayCount,
  daysLeft: Type.Integer({ maximum: 100_000, description: 'Below zero once the last day is over' }),
  running: Type.Boolean(),
  lastStartOn: Type.Unsafe<string>({ ...LawDate, description: 'The day after which the count began' }),
  reachedOn: orNull(LawDate),
  dueOn: orNull(LawDate),
  dueAt: orNull(Instant),
  official: Type.Boolean({ description: 'Whether every year it counts in is published by the state' }),
});
/**
 * `reachedOn`: on which day the last day of the term is counted. `dueOn`: the last day itself, moved on when that is a
 * day off. `dueAt`: when it is over, exclusive. All null when no end can be named.
 */
export type LedgerReading = Static<typeof LedgerReading>;

export const segmentKinds = ['running', 'stopped', 'extended'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

export const Segment = exact({
  kind: Type.Enum([...segmentKinds]),
  from: Instant,
  to: Instant,
  grounds: Type.Array(exact(Ground), { maxItems: 1000 }),
});
/** `extended`: it runs, on a term that has been extended by then; the extensions are its grounds. */
export type Segment = Static<typeof Segment>;

const RuledGround = exact({
  ...Ground,
  ...RowSource,
  end: Type.Union([Telling, Type.Null()], { description: 'Who ended a stop, and when that was known' }),
});
export type RuledGround = Static<typeof RuledGround>;

export const RuledSegment = exact({
  kind: Type.Enum([...segmentKinds]),
  from: Instant,
  to: Instant,
  grounds: Type.Array(RuledGround, { maxItems: 1000 }),
  calendars: Type.Array(Code, {
    maxItems: 1000,
    description: 'That have counted it; the last of them does now',
  }),
});
/**
 * A segment with all that stands behind it: each ground with its row of the policy, who made it and who ended it. While the
 * clock runs its first ground is `term`, by whoever made it run; `end` is null but for a stop that has an end.
 */
export type RuledSegment = Static<typeof RuledSegment>;

const TermLine = exact({ kind: Type.Literal('term'), days: DayCount, termDays: DayCount });
const ExtensionLine = exact({
  kind: Type.Literal('extension'),
  days: DayCount,
  termDays: DayCount,
  ...Ground,
});
const SegmentLine = exact({
  kind: Type.Enum([...segmentKinds]),
  fromOn: orNull(LawDate),
  toOn: orNull(LawDate),
  days: DayCount,
  counted: DayCount,
  daysOff: DayCount,
  stood: DayCount,
  movedOver: DayCount,
  daysUsed: DayCount,
  bases: Type.Array(Code, { maxItems: 1000 }),
});
const AnewLine = exact({
  kind: Type.Literal('anew'),
  on: LawDate,
  counted: DaySum,
  daysUsed: DayCount,
  basis: Code,
});
const LastDayLine = exact({
  kind: Type.Literal('last-day'),
  reachedOn: LawDate,
  dueOn: LawDate,
  movedDays: DayCount,
});

export type SegmentLine = Static<typeof SegmentLine>;
export const ClockLine = Type.Union([TermLine, ExtensionLine, SegmentLine, AnewLine, LastDayLine]);
/**
 * The sum of `days` of terms and extensions is the term, the sum of `counted` the days used. Of a segment: `days`
 * = `counted` + `daysOff` + `stood` + `movedOver`; without a whole day of its own its dates are null.
 */
export type ClockLine = Static<typeof ClockLine>;
