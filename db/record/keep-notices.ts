/** Notices of the events that are being recorded, and the letters that are to leave with them. */
import type { CaseFile } from '../../domain/case-file';
import type { Notice } from '../../domain/notices';
import type { Tx } from '../connect';
import { notices, outgoingMail } from '../schema';

/** Once, since their events are written once: `seq` is the key. */
export async function keepNoticesInTx(
  tx: Tx,
  kept: readonly Notice[],
  { notifyBy }: Pick<CaseFile, 'notifyBy'>,
): Promise<void> {
  if (kept.length === 0) return;
  await tx.insert(notices).values([...kept]);
  if (notifyBy !== 'email') return;
  await tx.insert(outgoingMail).values(kept.map(({ caseId, seq }) => ({ caseId, seq })));
}
