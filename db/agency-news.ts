/** What agencies deliver by themselves: to which case it belongs, kept once, refusals kept too. */
import { and, eq } from 'drizzle-orm';
import type { AgencyName } from '../domain/agencies';
import type { PersonIdentity } from '../domain/person';
import type { Database, Tx } from './connect';
import { agencyAnswers, agencyRequests, languageCertificates, persons, refusedCallbacks } from './schema';

type Answer = typeof agencyAnswers.$inferInsert;
type Refused = typeof refusedCallbacks.$inferInsert;

export function createAgencyNews(db: Database) {
  return {
    /** Whether a certificate of this number was presented in the case. */
    async wasPresented(caseId: string, number: string): Promise<boolean> {
      const row = await db.query.languageCertificates.findFirst({
        columns: { certificateId: true },
        where: and(eq(languageCertificates.caseId, caseId), eq(languageCertificates.number, number)),
      });
      return row !== undefined;
    },

    /** The case a question was asked for; undefined when that agency was never asked it. */
    async findCaseOfRequest(agency: AgencyName, requestId: string): Promise<string | undefined> {
      const row = await db.query.agencyRequests.findFirst({ where: eq(agencyRequests.requestId, requestId) });
      return row?.agency === agency ? row.caseId : undefined;
    },

    /** Whom the questions of a case are about; undefined where nobody is kept. */
    async findPersonOf(caseId: string): Promise<PersonIdentity | undefined> {
      const row = await db.query.persons.findFirst({ where: eq(persons.caseId, caseId) });
      return row?.identity;
    },

    /** False when this very answer was there already. */
    async keepAnswerInTx(tx: Tx, answer: Answer): Promise<boolean> {
      const kept = await tx.insert(agencyAnswers).values(answer).onConflictDoNothing().returning();
      return kept.length > 0;
    },

    async keepRefusal(refused: Refused): Promise<void> {
      await db.insert(refusedCallbacks).values(refused);
    },
  };
}
export type AgencyNews = ReturnType<typeof createAgencyNews>;
