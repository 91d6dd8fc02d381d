/** What the record says of how a case proved its Kazakh. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { languageProofs, type LanguageProof } from '../../domain/language-proof';
import type { Database } from '../connect';
import { caseEvents } from '../schema';

export function createLanguageProofs(db: Database) {
  return {
    /** Tests that were marked and certificates that were confirmed, in their order. */
    async listLanguageProofs(caseId: string): Promise<LanguageProof[]> {
      const rows = await db
        .select({ type: caseEvents.type, data: caseEvents.data })
        .from(caseEvents)
        .where(and(eq(caseEvents.caseId, caseId), inArray(caseEvents.type, [...languageProofs])))
        .orderBy(asc(caseEvents.seq));
      return rows as LanguageProof[];
    },
  };
}
export type LanguageProofs = ReturnType<typeof createLanguageProofs>;
