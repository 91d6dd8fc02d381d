/** What the record says of proposals, hearings, decisions and complaints. */
import type { CaseFile } from '../../domain/case-file';
import type { EventBody, ReturnStage } from '../../domain/events';
import { findGrievance } from '../complaint';
import { hearingEndsAt, mustHear } from '../hearing';
import { policyOf } from '../policies';
import type { Tellers } from '../teller';

type DecisionVerb =
  | 'proposeDecision'
  | 'objectToRefusal'
  | 'recordHearing'
  | 'approveDecision'
  | 'returnDecision'
  | 'proposeAnnulment'
  | 'fileComplaint'
  | 'satisfyComplaint'
  | 'decideComplaint';

export const decisionTellers: Tellers<DecisionVerb> = {
  proposeDecision: (_, { data }) => [
    { type: 'decision-proposed', data: { ...data, hearing: mustHear(data.outcome) } },
  ],
  proposeAnnulment: ({ policyVersion }, { data }) => {
    const within = policyOf(policyVersion).annulmentDecided.value;
    const hearing = mustHear('annul');
    return [{ type: 'decision-proposed', data: { ...data, outcome: 'annul', hearing, within } }];
  },
  objectToRefusal: (_, { data }) => [
    { type: 'objection-received', data },
    ...(data.kind === 'waiver' ? [closed('waiver')] : []),
  ],
  recordHearing: (file, { data, effectiveAt }) => {
    const endsAt = hearingEndsAt(file);
    const over = endsAt !== undefined && endsAt <= effectiveAt;
    return [{ type: 'hearing-recorded', data }, ...(over ? [closed('hearing')] : [])];
  },
  approveDecision: ({ proposal }) => {
    if (proposal === null) throw new Error('nothing is proposed');
    const { outcome, reasons } = proposal;
    return [{ type: 'decision-approved', data: { outcome, reasons } }, ...follow[outcome](reasons)];
  },
  returnDecision: (_, { data: { reason, judgeAnew = [] } }) => [
    { type: 'decision-returned', data: { reason, ...(judgeAnew.length > 0 && { judgeAnew }) } },
  ],
  fileComplaint: (file, { data }) => {
    const grievance = findGrievance(file);
    if (grievance === undefined) throw new Error('nothing can be complained of');
    return [{ type: 'complaint-filed', data: { against: grievance.against, text: data.text } }];
  },
  satisfyComplaint: (file, { data: { returnTo, reason } }) => [
    { type: 'complaint-decided', data: { outcome: 'satisfied', by: 'decision', reason } },
    ...setAside(file, returnTo),
  ],
  decideComplaint: (file, { data: { outcome, returnTo, reason } }) => [
    { type: 'complaint-decided', data: { outcome, by: 'decision', reason } },
    ...(outcome === 'satisfied' ? setAside(file, returnTo) : []),
  ],
};

type Reasons = NonNullable<CaseFile['proposal']>['reasons'];

/** A certificate needs its number first, which the workflow asks for. */
const follow: Record<'grant' | 'refuse' | 'annul', (reasons: Reasons) => EventBody[]> = {
  grant: () => [],
  refuse: (reasons) => [{ type: 'application-refused', data: { by: 'decision', reasons } }],
  annul: (reasons) => [{ type: 'permit-annulled', data: { reasons } }],
};

function closed(by: 'waiver' | 'hearing'): EventBody {
  return { type: 'hearing-closed', data: { by } };
}

/** Silence that was rightly complained of leaves the case where it is: it has to be decided. */
function setAside(file: CaseFile, returnTo: ReturnStage | null): EventBody[] {
  const { complaint, reopening } = file;
  if (complaint?.against === 'silence') return [];
  const falls = returnTo !== null && reopening !== null && reopening.outcome === null;
  const data = {
    returnTo,
    ...(falls && { overtakes: reopening.seq }),
    ...(keepsInterview(file, returnTo) && { keepsInterview: true as const }),
    ...(keepsMissing(file, returnTo) && { keepsMissing: true as const }),
  };
  return [{ type: 'decision-set-aside', data }];
}

const afterVerification: readonly (ReturnStage | null)[] = ['interview', 'decision', null];

/** APPK art. 98: whoever passed his interview is not heard again because he complained. */
function keepsInterview({ interview }: CaseFile, returnTo: ReturnStage | null): boolean {
  return interview?.outcome === 'passed' && !afterVerification.includes(returnTo);
}

/** The papers of a permit are compared when its form is handed in, and in verification by nobody. */
function keepsMissing({ kind, documentsMissing }: CaseFile, returnTo: ReturnStage | null): boolean {
  return kind === 'temporary-permit' && returnTo === 'verification' && documentsMissing.length > 0;
}
