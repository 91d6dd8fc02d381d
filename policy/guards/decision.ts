/** What must hold for a decision to be proposed, heard, approved or returned. */
import type { Check } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { CaseKind } from '../../domain/case-kinds';
import type { Reason } from '../../domain/events';
import type { ProblemCode } from '../../domain/problems';
import { whyNotReason } from '../ground-evidence';
import type { Guards } from '../guard';
import { objectionsUntil } from '../hearing';
import { policyOf } from '../policies';

type DecisionVerb =
  | 'proposeDecision'
  | 'objectToRefusal'
  | 'recordHearing'
  | 'approveDecision'
  | 'returnDecision'
  | 'proposeAnnulment';

export const decisionGuards: Guards<DecisionVerb> = {
  proposeDecision: (file, { data }) => {
    if (data.outcome === 'grant') return mayGrant(file) ? undefined : 'grant-blocked';
    return whyNotReasons(file, data.reasons);
  },
  objectToRefusal: (file, { effectiveAt }) => {
    const until = objectionsUntil(file);
    return until !== undefined && effectiveAt < until ? undefined : 'objection-too-late';
  },
  recordHearing: () => undefined,
  approveDecision: ({ proposal }, { actor, data }) => whyNotByAnother(proposal, actor.id, data.version),
  returnDecision: (file, { actor, data }) =>
    whyNotByAnother(file.proposal, actor.id, data.version) ?? whyNotAnew(file, data.judgeAnew ?? []),
  proposeAnnulment: (file, { data }) => whyNotReasons(file, data.reasons, 'grant'),
};

/** A proposal is approved or returned by another person, who names the version that he has read. */
function whyNotByAnother(
  proposal: CaseFile['proposal'],
  actorId: string,
  version: number,
): ProblemCode | undefined {
  if (proposal?.proposedBy === actorId) return 'four-eyes';
  return proposal?.version === version ? undefined : 'stale-version';
}

/** What an objection shows to be judged wrongly; while an annulment is considered the findings of the grant stand. */
function whyNotAnew({ checks, proposal }: CaseFile, named: readonly Check[]): ProblemCode | undefined {
  if (named.length > 0 && proposal?.outcome === 'annul') return 'nothing-to-judge';
  const isJudged = (check: Check) => {
    const { result = null, judgement = null } = checks?.[check] ?? {};
    return judgement !== null && result !== 'clear';
  };
  return named.every(isJudged) ? undefined : 'finding-not-judged';
}

export function whyNotReasons(
  file: CaseFile,
  reasons: readonly Reason[],
  after: 'filing' | 'grant' = 'filing',
): ProblemCode | undefined {
  if (reasons.length === 0) return 'reasons-missing';
  const faults = reasons.map((reason) => whyNotReason(file, reason, after));
  return faults.find((fault) => fault !== undefined);
}

const earned: Record<CaseKind, (file: CaseFile) => boolean> = {
  'permanent-residence': ({ score, interview }) => score?.passed === true && interview?.outcome === 'passed',
  'temporary-permit': () => true,
};

/** Nothing stands against a grant: every check and document clear, the agreement given, and what the kind asks beside. */
export function mayGrant(file: CaseFile): boolean {
  const found = Object.values(file.checks ?? {});
  const gates = policyOf(file.policyVersion).hardGates.value;
  const agreed = gates.every((check) => file.checks?.[check]?.result === 'clear');
  const clear = found.every((check) => check.result === 'clear' || check.judgement === 'clear');
  const papers =
    file.documentsMissing.length === 0 && file.documents.every((paper) => paper.judgement !== 'adverse');
  return found.length > 0 && agreed && clear && papers && earned[file.kind](file);
}
