/** Whose word of a change is not enough, and by when another person looks at it. */
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/case-file';
import type { ChangeKind } from '../../domain/permit';
import { claimToDecide } from '../../domain/waiting';
import { endOf } from '../clocks';
import { permitPolicyOf } from '../policies';

/** Holders speak for themselves, of all but their own death; what anybody else says of them is looked at first. */
export function needsAnother({ policyVersion }: CaseFile, { role }: Actor, change: ChangeKind): boolean {
  const isOwnWord = role === 'applicant' && change !== 'died';
  return permitPolicyOf(policyVersion).changeClaims.value === 'another-person' && !isOwnWord;
}

/** Until when somebody is to look at what was claimed, exclusive; null where nothing waits for that. */
export function claimDueAt(file: CaseFile): string | null {
  const claim = claimToDecide(file);
  if (claim === null) return null;
  return endOf(permitPolicyOf(file.policyVersion).changeDecided.value, claim.claimedAt, file.calendar);
}
