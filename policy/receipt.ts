/** When a notice counts as received: what is proved, or else what the policy takes for it. */
import type { CaseFile } from '../domain/case-file';
import type { LimitStarter } from '../domain/notices';
import { endOf } from './clocks';
import { policyOf } from './policies';

/** `starter`: the event that was told of, `at`: when it happened (ISO 8601, UTC). The first proof goes before all else. */
export function receivedAt(file: CaseFile, starter: LimitStarter, at: string): string {
  const seq = file.noticesToProve[starter];
  const proved = seq === undefined ? undefined : file.noticesDelivered[seq];
  if (proved !== undefined) return proved;
  const { accountAtOnce, withoutProof } = policyOf(file.policyVersion).receipt;
  if (file.notifyBy === 'account' && accountAtOnce.value) return at;
  return endOf(withoutProof.value, at, file.calendar);
}
