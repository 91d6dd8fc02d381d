/** What people write in their own words, kept beside the record. */
import { randomUUID } from 'node:crypto';
import type { TextRef } from '../../domain/events';
import type { Tx } from '../connect';
import { sha256Hex } from '../hash';
import { caseTexts } from '../schema';

/** A text before it is kept: what the record will say of it, and the entry that keeps it. */
export function prepareText(caseId: string, body: string) {
  const ref: TextRef = { textId: randomUUID(), sha256: sha256Hex(body) };
  return {
    ref,
    keepInTx: async (tx: Tx): Promise<void> => {
      await tx.insert(caseTexts).values({ ...ref, caseId, body });
    },
  };
}
