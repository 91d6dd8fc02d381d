/** The cases that an employer's account filed, the newest first, page by page. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { CaseFile } from '../../domain/case-file';
import type { Database } from '../connect';
import { cases, persons } from '../schema';
import { isoInstant } from './cases';

/** The place after which a page begins. */
export type WorkerPlace = readonly [openedAt: string, caseId: string];

export interface WorkerRow {
  file: CaseFile;
  waitingUntil: string | null;
  surname: string;
  givenName: string;
  place: WorkerPlace;
}

interface WorkersQuery {
  employerId: string;
  after: WorkerPlace | null;
  limit: number;
}

export function createWorkerReads(db: Database) {
  return {
    async listWorkers({ employerId, after, limit }: WorkersQuery): Promise<WorkerRow[]> {
      const beyond =
        after && sql`(${cases.openedAt}, ${cases.caseId}) < (${after[0]}::timestamptz, ${after[1]})`;
      const rows = await db
        .select({
          file: cases.caseFile,
          waitingUntil: cases.waitingUntil,
          openedAt: cases.openedAt,
          surname: sql<string>`${persons.identity}->>'surname'`,
          givenName: sql<string>`${persons.identity}->>'givenName'`,
        })
        .from(cases)
        .innerJoin(persons, sql`${persons.personId} = ${cases.caseFile}->>'personId'`)
        .where(and(eq(cases.employerId, employerId), beyond ?? undefined))
        .orderBy(desc(cases.openedAt), desc(cases.caseId))
        .limit(limit);
      return rows.map(({ openedAt, waitingUntil, ...row }) => ({
        ...row,
        waitingUntil: waitingUntil && isoInstant(waitingUntil),
        place: [isoInstant(openedAt), row.file.caseId],
      }));
    },
  };
}
