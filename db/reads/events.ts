/** The legal record of a case, as it was written. */
import { and, asc, eq, gt } from 'drizzle-orm';
import type { CaseEvent } from '../../domain/events';
import type { Database } from '../connect';
import { caseEvents } from '../schema';
import { isoInstant } from './cases';

/** `hash` chains each event to the one before it. */
export type RecordedEvent = CaseEvent & { recordedAt: string; previousHash: string; hash: string };

export function createEvents(db: Database) {
  return {
    /** Up to `limit` events after a place in the story, in its order. */
    async listEvents(caseId: string, afterSeq: number, limit: number): Promise<RecordedEvent[]> {
      const rows = await db
        .select()
        .from(caseEvents)
        .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.seq, afterSeq)))
        .orderBy(asc(caseEvents.seq))
        .limit(limit);
      return rows.map(eventOfRow);
    },
  };
}

function eventOfRow(row: typeof caseEvents.$inferSelect): RecordedEvent {
  const { seq, type, data, causeId, previousHash, hash, actorId, actorRole } = row;
  return {
    seq,
    type,
    data,
    effectiveAt: isoInstant(row.effectiveAt),
    recordedAt: isoInstant(row.recordedAt),
    actor: { id: actorId, role: actorRole },
    causeId,
    previousHash,
    hash,
  } as RecordedEvent;
}
