/** The dated policies of each kind of case; a case keeps the one it was filed under. */
import type { CaseKind } from '../domain/case-kinds';
import { permanentPolicies, type PermanentPolicy } from './permanent-policies';
import { permitPolicies } from './permit/policies';
import type { PermitPolicy } from './permit/policy';
import type { Policy } from './policy';

export type { PermanentPolicy } from './permanent-policies';
export type { PermitPolicy } from './permit/policy';
export type { Policy } from './policy';

export const policies: readonly Policy[] = [...permanentPolicies, ...permitPolicies];

interface PolicyOfKind {
  'permanent-residence': PermanentPolicy;
  'temporary-permit': PermitPolicy;
}

const ofKind: { [K in CaseKind]: readonly PolicyOfKind[K][] } = {
  'permanent-residence': permanentPolicies,
  'temporary-permit': permitPolicies,
};

/** The policy in force on a law's date (YYYY-MM-DD); undefined before the first. */
export function findPolicyOn<K extends CaseKind>(kind: K, date: string): PolicyOfKind[K] | undefined {
  return ofKind[kind].findLast((policy) => policy.validFrom <= date);
}

/** The pinned policy of a case; throws for a version that was never published. */
export function policyOf(version: string): Policy {
  const policy = policies.find((candidate) => candidate.version === version);
  if (policy === undefined) throw new Error(`no policy version ${version}`);
  return policy;
}

/** The same where the case is known to be about permanent residence; throws for a policy of the other kind. */
export function permanentPolicyOf(version: string): PermanentPolicy {
  return ofItsKind('permanent-residence', version);
}

/** The same where the case is known to be about a temporary permit. */
export function permitPolicyOf(version: string): PermitPolicy {
  return ofItsKind('temporary-permit', version);
}

function ofItsKind<K extends CaseKind>(kind: K, version: string): PolicyOfKind[K] {
  const policy = policyOf(version);
  if (policy.kind !== kind) throw new Error(`policy version ${version} is not about ${kind}`);
  return policy as PolicyOfKind[K];
}
