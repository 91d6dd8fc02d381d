/** Drafts of the form and the documents that lie with it. */
import { and, asc, desc, eq } from 'drizzle-orm';
import type { DocumentRef } from '../../domain/events';
import type { FormDraft } from '../../domain/form';
import type { PermitDraft } from '../../domain/permit-form';
import type { Database, Tx } from '../connect';
import { documents, formVersions } from '../schema';
import { isoInstant } from './cases';

export interface FormVersion {
  version: number;
  content: FormDraft | PermitDraft;
  sha256: string;
  savedAt: string;
}

/** A document without its bytes. */
export interface KeptDocument extends DocumentRef {
  mediaType: string;
  size: number;
  uploadedAt: string;
}

const formColumns = {
  version: formVersions.version,
  content: formVersions.content,
  sha256: formVersions.sha256,
  savedAt: formVersions.savedAt,
};

function formOf(row: FormVersion): FormVersion {
  return { ...row, savedAt: isoInstant(row.savedAt) };
}

export function createForms(db: Database | Tx) {
  return {
    async findNewestForm(caseId: string): Promise<FormVersion | undefined> {
      const [row] = await db
        .select(formColumns)
        .from(formVersions)
        .where(eq(formVersions.caseId, caseId))
        .orderBy(desc(formVersions.version))
        .limit(1);
      return row && formOf(row);
    },

    async findForm(caseId: string, version: number): Promise<FormVersion | undefined> {
      const [row] = await db
        .select(formColumns)
        .from(formVersions)
        .where(and(eq(formVersions.caseId, caseId), eq(formVersions.version, version)));
      return row && formOf(row);
    },

    /** With its bytes; undefined when no such document lies with this case. */
    async findDocument(caseId: string, documentId: string) {
      const [row] = await db
        .select({
          mediaType: documents.mediaType,
          sha256: documents.sha256,
          bytes: documents.bytes,
        })
        .from(documents)
        .where(and(eq(documents.caseId, caseId), eq(documents.documentId, documentId)));
      return row;
    },

    async listDocuments(caseId: string): Promise<KeptDocument[]> {
      const rows = await db
        .select({
          documentId: documents.documentId,
          kind: documents.kind,
          sha256: documents.sha256,
          mediaType: documents.mediaType,
          size: documents.size,
          uploadedAt: documents.uploadedAt,
        })
        .from(documents)
        .where(eq(documents.caseId, caseId))
        .orderBy(asc(documents.uploadedAt), asc(documents.documentId));
      return rows.map((row) => ({ ...row, uploadedAt: isoInstant(row.uploadedAt) }));
    },
  };
}
