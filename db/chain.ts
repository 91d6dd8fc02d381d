/** The chain of the record: each event's hash covers the one before it, so that no row can change unseen. */
import type { CaseEvent } from '../domain/events';
import { hashOfJson } from './hash';

export const genesisHash = '0'.repeat(64);

interface Link {
  caseId: string;
  event: CaseEvent;
  recordedAt: string;
  previousHash: string;
}

/** The row of an event with its place in the chain. */
export function chained({ caseId, event, recordedAt, previousHash }: Link) {
  const { seq, type, effectiveAt, actor, causeId, data } = event;
  const row = {
    caseId,
    seq,
    type,
    effectiveAt,
    recordedAt,
    actorId: actor.id,
    actorRole: actor.role,
    causeId,
  };
  return { ...row, data, previousHash, hash: hashOfJson({ ...row, data, previousHash }) };
}
export type ChainedEvent = ReturnType<typeof chained>;

/** Where a chain breaks: the first row whose hash or link is not what its content says; undefined when whole. */
export function findBreak(rows: readonly ChainedEvent[]): { seq: number; expected: string } | undefined {
  let previousHash = genesisHash;
  for (const [index, row] of rows.entries()) {
    const { hash, previousHash: link, ...content } = row;
    const expected = hashOfJson({ ...content, previousHash });
    if (row.seq !== index + 1 || link !== previousHash || hash !== expected)
      return { seq: row.seq, expected };
    previousHash = hash;
  }
  return undefined;
}
