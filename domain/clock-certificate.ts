/** The certificate of a case's clocks: the facts, the terms, the calendars, the sums, and the hash of it all. */
import { Type, type Static } from 'typebox';
import { clockNames, stopEffects } from './clock';
import {
  ClockLine,
  Code,
  exact,
  Ground,
  Instant,
  LedgerReading,
  orNull,
  RowSource,
  RuledSegment,
  Segment,
  Telling,
  Term,
} from './clock-reading';

export const firstCertificateFormat = 1;
export const clockCertificateFormat = 2;

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const lists = { stops: 500, extensions: 1000, segments: 10_000, lines: 20_000, clocks: 20, calendars: 1000 };

const FirstStop = {
  from: Instant,
  to: orNull(Instant),
  effect: Type.Enum([...stopEffects]),
  wholeDays: Type.Boolean(),
  ...Ground,
};
const Stop = { ...FirstStop, end: orNull(Telling) };

const beginningAndEnd = { startedAt: Instant, endedAt: orNull(Instant) };
const extensions = Type.Array(exact({ days: Type.Integer({ minimum: 1, maximum: 10_000 }), ...Ground }), {
  maxItems: lists.extensions,
});
const FirstFacts = exact({
  ...beginningAndEnd,
  stops: Type.Array(exact(FirstStop), { maxItems: lists.stops }),
  extensions,
});
const LedgerFacts = exact({
  ...beginningAndEnd,
  begun: Telling,
  stops: Type.Array(exact(Stop), { maxItems: lists.stops }),
  extensions,
});

const named = { name: Type.Enum([...clockNames]), term: exact({ value: Term, ...RowSource }) };
const counted = { lines: Type.Array(ClockLine, { maxItems: lists.lines }), reading: LedgerReading };

const FirstCertifiedClock = exact({
  ...named,
  ledger: FirstFacts,
  segments: Type.Array(Segment, { maxItems: lists.segments }),
  ...counted,
});
const CertifiedClock = exact({
  ...named,
  ledger: LedgerFacts,
  rows: Type.Array(exact({ basis: Code, ...RowSource }), {
    maxItems: lists.stops,
    description: 'The rows of the policy behind the grounds that the ledger names',
  }),
  segments: Type.Array(RuledSegment, { maxItems: lists.segments }),
  ...counted,
});
export type FirstCertifiedClock = Static<typeof FirstCertifiedClock>;
export type CertifiedClock = Static<typeof CertifiedClock>;

const head = {
  caseId: Code,
  seq: Type.Integer({ minimum: 1 }),
  recordHash: Sha256,
  policyVersion: Code,
  calendar: Code,
  at: Instant,
};

/** As certificates were until their segments said on what row, by whom, and by which calendars; they are checked as they are. */
export const FirstClockCertificate = exact({
  formatVersion: Type.Literal(firstCertificateFormat),
  ...head,
  clocks: Type.Array(FirstCertifiedClock, { maxItems: lists.clocks }),
  sha256: Sha256,
});
export type FirstClockCertificate = Static<typeof FirstClockCertificate>;

/** `recordHash`: the chain hash of the record up to and with `seq`, which it was taken from. */
export const ClockCertificate = exact({
  formatVersion: Type.Literal(clockCertificateFormat),
  ...head,
  calendars: Type.Array(exact({ version: Code, ...Telling.properties }), {
    minItems: 1,
    maxItems: lists.calendars,
    description: 'Every one that the case has been counted by, in their order: the last is `calendar`',
  }),
  clocks: Type.Array(CertifiedClock, { maxItems: lists.clocks }),
  sha256: Sha256,
});
/** `sha256` is of everything else in canonical JSON. */
export type ClockCertificate = Static<typeof ClockCertificate>;

export type AnyClockCertificate = FirstClockCertificate | ClockCertificate;
