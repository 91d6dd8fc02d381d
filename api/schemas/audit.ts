/** The record, as an auditor reads it. */
import { Type } from 'typebox';
import { CaseId, Count, exact, Instant, nullable, Sha256 } from './fields';

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
