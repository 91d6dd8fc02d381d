/** The certificate of a case's clocks: the facts, the terms, the calendar, the sums, and the hash of it all. */
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
  Segment,
  Term,
} from './clock-reading';

export const clockCertificateFormat = 1;

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const printable = '^[^\\u0000-\\u001f\\u007f-\\u009f]+$';

const Stop = exact({
  from: Instant,
  to: orNull(Instant),
  effect: Type.Enum([...stopEffects]),
  wholeDays: Type.Boolean(),
  ...Ground,
});

const LedgerFacts = exact({
  startedAt: Instant,
  endedAt: orNull(Instant),
  stops: Type.Array(Stop, { maxItems: 500 }),
  extensions: Type.Array(exact({ days: Type.Integer({ minimum: 1, maximum: 10_000 }), ...Ground }), {
    maxItems: 1000,
  }),
});

const RuledTerm = exact({
  value: Term,
  source: Type.String({ pattern: printable, maxLength: 1000 }),
  confidence: Type.Enum(['official', 'press', 'inferred', 'assumption']),
});

const CertifiedClock = exact({
  name: Type.Enum([...clockNames]),
  term: RuledTerm,
  ledger: LedgerFacts,
  segments: Type.Array(Segment, { maxItems: 10_000 }),
  lines: Type.Array(ClockLine, { maxItems: 20_000 }),
  reading: LedgerReading,
});
export type CertifiedClock = Static<typeof CertifiedClock>;

/** `recordHash`: the chain hash of the record up to and with `seq`, which it was taken from. */
export const ClockCertificate = exact({
  formatVersion: Type.Literal(clockCertificateFormat),
  caseId: Code,
  seq: Type.Integer({ minimum: 1 }),
  recordHash: Sha256,
  policyVersion: Code,
  calendar: Code,
  at: Instant,
  clocks: Type.Array(CertifiedClock, { maxItems: 20 }),
  sha256: Sha256,
});
/** `sha256` is of everything else in canonical JSON. */
export type ClockCertificate = Static<typeof ClockCertificate>;
