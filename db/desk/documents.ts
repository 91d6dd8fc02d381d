/** Bytes of documents, kept as they came. */
import { randomUUID } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import type { DocumentKind } from '../../domain/events';
import type { Tx } from '../connect';
import { documents } from '../schema';

export interface NewDocument {
  caseId: string;
  kind: DocumentKind;
  mediaType: string;
  sha256: string;
  bytes: Buffer;
}

/** How many of a kind lie with a case; exact under the lock of the case, which the register holds. */
export async function countDocumentsInTx(
  tx: Tx,
  { caseId, kind }: Pick<NewDocument, 'caseId' | 'kind'>,
): Promise<number> {
  const ofKind = and(eq(documents.caseId, caseId), eq(documents.kind, kind));
  const [found] = await tx.select({ n: count() }).from(documents).where(ofKind);
  return found?.n ?? 0;
}

/** Returns the id under which the document lies. */
export async function storeDocumentInTx(tx: Tx, document: NewDocument): Promise<string> {
  const documentId = randomUUID();
  await tx.insert(documents).values({ ...document, documentId, size: document.bytes.length });
  return documentId;
}
