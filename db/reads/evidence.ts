/** What lies beside the record of a case: the person, what agencies sent, what people wrote. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { PersonIdentity } from '../../domain/person';
import type { Database, Tx } from '../connect';
import { agencyAnswers, caseTexts, persons } from '../schema';
import { isoInstant } from './cases';

export interface KeptAnswer {
  agency: string;
  answerId: string;
  requestId: string;
  sha256: string;
  receivedAt: string;
  body: unknown;
}

export function createEvidence(db: Database | Tx) {
  return {
    async findPerson(personId: string): Promise<PersonIdentity | undefined> {
      const [row] = await db
        .select({ identity: persons.identity })
        .from(persons)
        .where(eq(persons.personId, personId));
      return row?.identity;
    },

    /** Every answer about the case, the earliest first. */
    async listAnswers(caseId: string): Promise<KeptAnswer[]> {
      const rows = await db
        .select()
        .from(agencyAnswers)
        .where(eq(agencyAnswers.caseId, caseId))
        .orderBy(asc(agencyAnswers.receivedAt), asc(agencyAnswers.answerId));
      return rows.map(({ agency, answerId, requestId, sha256, body, receivedAt }) => ({
        agency,
        answerId,
        requestId,
        sha256,
        body,
        receivedAt: isoInstant(receivedAt),
      }));
    },

    async listTexts(textIds: readonly string[]): Promise<{ textId: string; body: string }[]> {
      if (textIds.length === 0) return [];
      return db
        .select({ textId: caseTexts.textId, body: caseTexts.body })
        .from(caseTexts)
        .where(inArray(caseTexts.textId, [...textIds]));
    },
  };
}
