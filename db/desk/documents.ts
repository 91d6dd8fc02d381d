/** Bytes of documents, kept as they came. */
import { randomUUID } from 'node:crypto';
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

/** Returns the id under which the document lies. */
export async function storeDocumentInTx(tx: Tx, document: NewDocument): Promise<string> {
  const documentId = randomUUID();
  await tx.insert(documents).values({ ...document, documentId, size: document.bytes.length });
  return documentId;
}
