/** Acts of a case that are stamped and not answered yet. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Verb } from '../../domain/verbs';
import type { Tx } from '../connect';
import { intake } from '../schema';

/** Whether one of these is still on its way; asked under the lock of the case, it was stamped before the asker. */
export async function isUnansweredInTx(tx: Tx, caseId: string, verbs: readonly Verb[]): Promise<boolean> {
  const rows = await tx
    .select({ number: intake.number })
    .from(intake)
    .where(and(eq(intake.caseId, caseId), eq(intake.state, 'received'), inArray(intake.verb, [...verbs])))
    .limit(1);
  return rows.length > 0;
}
