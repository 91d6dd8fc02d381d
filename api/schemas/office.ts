/** What the people of the office send with their acts. */
import { Type } from 'typebox';
import { checks } from '../../domain/agencies';
import { decisionOutcomes, interviewOutcomes, judgements } from '../../domain/events';
import { places } from '../../domain/places';
import { refusalGroundCodes } from '../../policy/grounds';
import { CaseParams, exact, FreeText, Instant, oneOf, PersonSubject } from './fields';

export const FindingParams = Type.Object({ ...CaseParams.properties, check: oneOf(checks) });

export const Assignment = exact({ assignee: PersonSubject });
export const FindingJudgement = exact({ judgement: oneOf(judgements), reason: FreeText });
export const AgencyQuestion = exact({ reason: FreeText });

export const Interview = exact({ at: Instant, place: oneOf(places) });
export const InterviewRecord = exact({ outcome: oneOf(interviewOutcomes), remarks: FreeText });

/** What in a case can show a ground. */
export const evidenceCodes = ['language-test', 'form', 'documents', 'score', 'interview', ...checks] as const;

export const Proposal = exact({
  outcome: oneOf(decisionOutcomes),
  grounds: Type.Array(
    exact({ ground: oneOf(refusalGroundCodes), evidence: oneOf(evidenceCodes, 'What in the case shows it') }),
    { maxItems: 20, description: 'For a refusal at least one, for a grant none' },
  ),
  text: FreeText,
});

const ProposalVersion = Type.Integer({
  minimum: 1,
  description: 'Of the proposal that was looked at; another one cannot be decided by it',
});
export const Approval = exact({ version: ProposalVersion });
export const Return = exact({ version: ProposalVersion, reason: FreeText });
