/** Whether an act may be done now: the workflow's own table, asked at the edge under the lock of the case. */
import type { Tx } from '../db/connect';
import { listKnownOutagesInTx } from '../db/desk/known-outages';
import { isUnansweredInTx } from '../db/desk/unanswered';
import { createCases } from '../db/reads/cases';
import type { Actor } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { DesktopVerb } from '../domain/verbs';
import { asOf } from '../policy/deadlines';
import { whyNotNow } from '../policy/moves';
import { withOutages } from '../policy/outages';
import { caseInstant } from './case-time';
import { Problem } from './problems';

/** The verbs that hand on what lies at the desk. */
type HandingVerb = 'submitForm' | 'provideDocuments';

interface Caller {
  caseId: string;
  actor: Actor;
}

/**
 * The case as it stands now: deadlines that passed meanwhile, and days on which nobody could act, count although nobody has
 * recorded them yet. Throws the problem of an act that may not be done.
 */
export async function refuseAtStageInTx(
  tx: Tx,
  verb: DesktopVerb | HandingVerb,
  { caseId, actor }: Caller,
): Promise<CaseFile> {
  const row = await createCases(tx).findCase(caseId);
  if (row === undefined) throw new Problem('not-found');
  const now = caseInstant(row);
  const outages = await listKnownOutagesInTx(tx, now, row.offsetMs);
  const file = asOf(withOutages(row.file, outages), now);
  const code = whyNotNow(verb, file, actor);
  if (code !== undefined) throw new Problem(code);
  return file;
}

/** The same for an act that never enters the workflow: what it changes must not be on its way there already. */
export async function refuseAtDeskInTx(tx: Tx, verb: DesktopVerb, { caseId, actor }: Caller): Promise<void> {
  await refuseAtStageInTx(tx, verb, { caseId, actor });
  const handedOn = await isUnansweredInTx(tx, caseId, [
    'submitForm',
    'provideDocuments',
    'withdrawApplication',
  ]);
  if (handedOn) throw new Problem('act-out-of-order');
}
