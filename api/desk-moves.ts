/** Whether an act may be done now: the workflow's own table, asked at the edge under the lock of the case. */
import type { Tx } from '../db/connect';
import { isUnansweredInTx } from '../db/desk/unanswered';
import { createCases } from '../db/reads/cases';
import type { Actor } from '../domain/actor';
import type { DesktopVerb } from '../domain/verbs';
import { asOf } from '../policy/deadlines';
import { whyNotNow } from '../policy/moves';
import { caseInstant } from './case-time';
import { Problem } from './problems';

interface Caller {
  caseId: string;
  actor: Actor;
}

/** Throws the problem; deadlines that passed meanwhile count although nobody has recorded them yet. */
export async function refuseAtStageInTx(
  tx: Tx,
  verb: DesktopVerb | 'submitForm',
  { caseId, actor }: Caller,
): Promise<void> {
  const row = await createCases(tx).findCase(caseId);
  if (row === undefined) throw new Problem('not-found');
  const code = whyNotNow(verb, asOf(row.file, caseInstant(row)), actor);
  if (code !== undefined) throw new Problem(code);
}

/** The same for an act that never enters the workflow: what it changes must not be on its way there already. */
export async function refuseAtDeskInTx(tx: Tx, verb: DesktopVerb, { caseId, actor }: Caller): Promise<void> {
  await refuseAtStageInTx(tx, verb, { caseId, actor });
  const handedOn = await isUnansweredInTx(tx, caseId, ['submitForm', 'withdrawApplication']);
  if (handedOn) throw new Problem('act-out-of-order');
}
