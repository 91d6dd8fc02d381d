/** The clocks of a case, each with its term, its reading and the lines that add up to it. */
import { Type, type Static } from 'typebox';
import { clockNames, stopEffects } from '../../domain/clock';
import { ClockLine, LedgerReading, RuledSegment, Telling, Term } from '../../domain/clock-reading';
import { stopReasons } from '../../domain/events';
import { confidences } from '../../policy/rule';
import { CaseId, exact, Instant, nullable, oneOf } from './fields';

/** A value of the law, with where it comes from. */
const Source = { source: Type.String(), confidence: oneOf(confidences) };

const ClockOfCase = exact({
  name: oneOf(clockNames),
  term: exact({ value: Term, ...Source }),
  reading: LedgerReading,
  segments: Type.Array(RuledSegment, {
    description:
      'Every stretch, in order: its grounds, their sources, who made and ended them, its calendars',
  }),
  lines: Type.Array(ClockLine, { description: 'What is counted in them together is the days used' }),
});

const OfficerStop = exact({
  reason: oneOf(stopReasons),
  since: Instant,
  by: Type.String(),
  rule: exact({ value: exact({ effect: oneOf(stopEffects) }), ...Source }),
});

export const ClockView = exact({
  caseId: CaseId,
  readAt: Instant,
  policyVersion: Type.String(),
  calendar: Type.String({ description: 'The version of the calendar of working days' }),
  calendars: Type.Array(exact({ version: Type.String(), ...Telling.properties }), {
    description: 'Every version that the case has been counted by, in order; the last is `calendar`',
  }),
  warnedAt: nullable(Instant),
  deemedRefusedAt: nullable(Instant),
  officerStop: nullable(OfficerStop),
  clocks: Type.Array(ClockOfCase),
  outages: Type.Array(exact({ from: Instant, to: Instant }), {
    description:
      'Of ours, that touched the time for an objection or a complaint: their whole days are out of it. Those of a turn are in its segments',
  }),
});
export type ClockView = Static<typeof ClockView>;

/** Of PostgreSQL's integers the largest: no record goes beyond. */
const lastSeq = 2_147_483_647;

export const CertificateQuery = exact({
  seq: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: lastSeq,
      description: 'The event of the record up to which it is taken, as it was then; left out: as of now',
    }),
  ),
});
export const CertificateHeaders = Type.Object({ accept: Type.Optional(Type.String({ maxLength: 1000 })) });
