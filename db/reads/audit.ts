/** Everything that is kept of a case, as an auditor reads it: rows as they lie there, nothing left out. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ChainedEvent } from '../chain';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import type { Database } from '../connect';
import { isoInstant } from './cases';
import { createPrefilledReads } from './prefilled';
import {
  agencyAnswers,
  caseEvents,
  cases,
  caseTexts,
  caseTime,
  documents,
  formVersions,
  languageCertificates,
  persons,
  tasks,
} from '../schema';

export type KeptBody = Pick<typeof agencyAnswers.$inferSelect, 'agency' | 'answerId' | 'sha256' | 'body'>;

export interface OpenCaseRow {
  caseId: string;
  file: CaseFile;
  clockDueAt: string | null;
  offsetMs: number;
}

export function createAuditReads(db: Database) {
  return {
    ...createPrefilledReads(db),

    /** The rows of the record in their order, with their links. */
    async listRows(caseId: string): Promise<ChainedEvent[]> {
      const rows = await db
        .select()
        .from(caseEvents)
        .where(eq(caseEvents.caseId, caseId))
        .orderBy(asc(caseEvents.seq));
      return rows.map((row) => ({ ...row, data: row.data as CaseEvent['data'] }));
    },

    /** The row of the case and those of its tasks; undefined when the case is not known. */
    async findTables(caseId: string) {
      const row = await db.query.cases.findFirst({ where: eq(cases.caseId, caseId) });
      if (row === undefined) return undefined;
      return { row, tasks: await db.select().from(tasks).where(eq(tasks.caseId, caseId)) };
    },

    /** Cases that go on, in the order of their ids, after one of them. */
    async listOpenCases(after: string, limit: number): Promise<OpenCaseRow[]> {
      const rows = await db
        .select({
          caseId: cases.caseId,
          file: cases.caseFile,
          clockDueAt: cases.clockDueAt,
          offsetMs: sql<number>`coalesce(${caseTime.offsetMs}, 0)`.mapWith(Number),
        })
        .from(cases)
        .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
        .where(and(isNull(cases.overAt), gt(cases.caseId, after)))
        .orderBy(asc(cases.caseId))
        .limit(limit);
      return rows.map((row) => ({ ...row, clockDueAt: row.clockDueAt && isoInstant(row.clockDueAt) }));
    },

    findForm: (caseId: string, version: number) =>
      db.query.formVersions.findFirst({
        columns: { content: true, sha256: true },
        where: and(eq(formVersions.caseId, caseId), eq(formVersions.version, version)),
      }),

    listBodies: (caseId: string): Promise<KeptBody[]> =>
      db.query.agencyAnswers.findMany({
        columns: { agency: true, answerId: true, sha256: true, body: true },
        where: eq(agencyAnswers.caseId, caseId),
      }),

    listTexts: (caseId: string) => db.query.caseTexts.findMany({ where: eq(caseTexts.caseId, caseId) }),

    listDocuments: (caseId: string) =>
      db.query.documents.findMany({
        columns: { documentId: true, sha256: true, bytes: true },
        where: eq(documents.caseId, caseId),
      }),

    listCertificates: (caseId: string) =>
      db.query.languageCertificates.findMany({ where: eq(languageCertificates.caseId, caseId) }),

    listPersons: (caseId: string) => db.query.persons.findMany({ where: eq(persons.caseId, caseId) }),

    /** How far the case lives ahead of the wall clock, in milliseconds: zero outside development. */
    async offsetOf(caseId: string): Promise<number> {
      const row = await db.query.caseTime.findFirst({ where: eq(caseTime.caseId, caseId) });
      return row?.offsetMs ?? 0;
    },
  };
}
export type AuditReads = ReturnType<typeof createAuditReads>;
