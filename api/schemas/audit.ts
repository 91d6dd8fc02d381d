/** The record and its clock, as an auditor reads them. */
import { Type } from 'typebox';
import { caseStatuses } from '../../domain/statuses';
import { Clock } from './application';
import { CaseId, Count, exact, Instant, nullable, oneOf, Sha256 } from './fields';

export const EventsQuery = exact({
  after: Type.Integer({
    minimum: 0,
    maximum: 2_147_483_647,
    default: 0,
    description: 'The seq to begin after',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
});

const RecordedEvent = exact({
  seq: Count,
  type: Type.String(),
  effectiveAt: { ...Instant, description: 'When it counts in law' } as typeof Instant,
  recordedAt: { ...Instant, description: 'When it was written down' } as typeof Instant,
  actor: exact({ id: Type.String(), role: Type.String() }),
  causeId: Type.String({ description: 'Intake number, deadline or activity' }),
  data: Type.Unknown({ description: 'Ids, codes and hashes' }),
  previousHash: Sha256,
  hash: Sha256,
});

export const EventPage = exact({
  caseId: CaseId,
  events: Type.Array(RecordedEvent),
  next: nullable(Type.Integer({ description: 'The `after` of the next page; null on the last' })),
});

const Segment = exact({
  kind: oneOf(['running', 'stopped'] as const),
  from: Instant,
  to: nullable(Instant),
  basis: oneOf(caseStatuses, 'The status that began it'),
  daysUsed: Type.Integer({ description: "Whole days of the law's calendar, from the day after it began" }),
});

export const ClockView = exact({
  caseId: CaseId,
  readAt: Instant,
  policyVersion: Type.String(),
  term: exact({ days: Count, source: Type.String(), confidence: Type.String() }),
  reading: Clock,
  warnAt: nullable(Instant),
  warnedAt: nullable(Instant),
  segments: Type.Array(Segment, { description: 'The days of all of them together are the days used' }),
});
