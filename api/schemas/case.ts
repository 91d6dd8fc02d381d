/** A whole case as the office sees it. */
import { Type, type Static } from 'typebox';
import { checks } from '../../domain/agencies';
import {
  decisionOutcomes,
  escalationCauses,
  findingResults,
  interviewOutcomes,
  judgements,
  languageLevels,
} from '../../domain/events';
import { FormDraft } from '../../domain/form';
import { PersonIdentity } from '../../domain/person';
import { verbs } from '../../domain/verbs';
import { ApplicationSummary, Clock, Reasons, Certificate, ScoreSummary } from './application';
import { Count, exact, Instant, nullable, oneOf, Sha256 } from './fields';
import { KeptDocument } from './form';

const TestAttempt = exact({
  attempt: Count,
  level: oneOf(languageLevels),
  bookedAt: Instant,
  passed: nullable(Type.Boolean()),
});

const SubmittedForm = exact({
  version: Count,
  sha256: Sha256,
  submittedAt: Instant,
  content: FormDraft,
  documents: Type.Array(KeptDocument),
});

const Finding = exact({
  check: oneOf(checks),
  asks: Count,
  openedAt: Instant,
  lastAskedAt: Instant,
  result: nullable(oneOf(findingResults, 'null while the agency is being waited for')),
  codes: Type.Array(Type.String(), { description: 'Why it is not clear' }),
  evidence: Type.Unknown({ description: "The agency's own answer; null while there is none" }),
  judgement: nullable(oneOf(judgements)),
  judgedBy: nullable(Type.String()),
});

const Proposal = exact({
  version: Type.Integer({ description: 'What whoever decides must name' }),
  outcome: oneOf(decisionOutcomes),
  reasons: Reasons,
  proposedBy: Type.String(),
  text: nullable(Type.String()),
});

/** What somebody wrote, at which event of the case. */
const Note = exact({
  seq: Count,
  event: Type.String(),
  writtenBy: Type.String(),
  at: Instant,
  text: Type.String(),
});

export const CaseView = exact({
  ...ApplicationSummary.properties,
  seq: Count,
  readAt: { ...Instant, description: 'The instant of the case at which this was read' } as typeof Instant,
  closedAt: nullable(Instant),
  applicantId: Type.String(),
  assignee: nullable(Type.String()),
  policyVersion: Type.String(),
  person: PersonIdentity,
  clock: Clock,
  escalation: nullable(exact({ cause: oneOf(escalationCauses), since: Instant })),
  testAttempts: Type.Array(TestAttempt),
  form: nullable(SubmittedForm),
  score: nullable(ScoreSummary),
  findings: Type.Array(Finding),
  interview: nullable(
    exact({ at: Instant, place: Type.String(), outcome: nullable(oneOf(interviewOutcomes)) }),
  ),
  proposal: nullable(Proposal),
  reasons: Reasons,
  certificate: nullable(Certificate),
  notes: Type.Array(Note),
  moves: Type.Array(oneOf(verbs), { description: 'What the reader can do now' }),
});
export type CaseView = Static<typeof CaseView>;
