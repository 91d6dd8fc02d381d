/** What the people of the office send with their acts. */
import { Type } from 'typebox';
import { checks } from '../../domain/agencies';
import { complaintOutcomes, documentKinds, judgements, returnStages, votes } from '../../domain/events';
import { places } from '../../domain/places';
import { evidenceCodes } from '../../policy/ground-evidence';
import { groundCodes } from '../../policy/grounds';
import { CaseParams, exact, FreeText, Instant, nullable, oneOf, PersonSubject } from './fields';

export const FindingParams = Type.Object({ ...CaseParams.properties, check: oneOf(checks) });

export const Assignment = exact({ assignee: PersonSubject });
export const Voiding = exact({ reason: FreeText });
export const Judging = exact({ judgement: oneOf(judgements), reason: FreeText });
export const DocumentJudging = exact({
  findings: Type.Array(exact({ documentId: Type.String({ maxLength: 100 }), judgement: oneOf(judgements) }), {
    minItems: 1,
    maxItems: 50,
  }),
  reason: FreeText,
});
export const AgencyQuestion = exact({ reason: FreeText });

export const DocumentRequest = exact({
  kinds: Type.Array(oneOf(documentKinds), { minItems: 1, maxItems: 20, uniqueItems: true }),
  reason: FreeText,
});

export const Interview = exact({
  at: Instant,
  place: oneOf(places),
  panel: Type.Array(PersonSubject, { minItems: 1, maxItems: 9, uniqueItems: true }),
});
export const Recusal = exact({ reason: FreeText });

const Points = Type.Integer({ minimum: 0, maximum: 1000 });
const Question = exact({
  question: Type.String({
    pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
    description: 'Its code in the list of questions',
  }),
  points: Points,
  max: Points,
  remark: FreeText,
});

/** An interview that was held says its questions and votes; one that nobody came to says neither. */
export const InterviewRecord = exact({
  attended: Type.Boolean(),
  questions: Type.Array(Question, { maxItems: 50 }),
  votes: Type.Array(exact({ member: PersonSubject, vote: oneOf(votes) }), { maxItems: 9 }),
  remarks: FreeText,
});

const Ground = exact({
  ground: oneOf(groundCodes),
  evidence: oneOf(evidenceCodes, 'What in the case shows it'),
});

export const Grounds = Type.Array(Ground, {
  maxItems: 20,
  description: 'For a refusal at least one, for a grant none',
});

export const Proposal = exact({
  outcome: oneOf(['grant', 'refuse'] as const),
  grounds: Grounds,
  text: FreeText,
});
export const Annulment = exact({
  grounds: Type.Array(Ground, { minItems: 1, maxItems: 20 }),
  text: FreeText,
});
export const Hearing = exact({ protocol: FreeText });

const ProposalVersion = Type.Integer({
  minimum: 1,
  description: 'Of the proposal that was looked at; another one cannot be decided by it',
});
export const Approval = exact({ version: ProposalVersion });
export const Return = exact({
  version: ProposalVersion,
  reason: FreeText,
  judgeAnew: Type.Optional(
    Type.Array(oneOf(checks), {
      minItems: 1,
      maxItems: checks.length,
      uniqueItems: true,
      description:
        'Findings whose judgement falls: the case goes back to verification until each is judged again',
    }),
  ),
});

const returnTo = {
  ...nullable(oneOf(returnStages)),
  description: 'The stage the case goes back to; null where it goes back to none',
};
export const Satisfaction = exact({ returnTo, reason: FreeText });
export const ComplaintDecision = exact({ outcome: oneOf(complaintOutcomes), returnTo, reason: FreeText });
