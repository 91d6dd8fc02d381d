/** A whole case as the office sees it. */
import { Type, type Static } from 'typebox';
import { checks } from '../../domain/agencies';
import { deliveryChannels, deliveryOutcomes } from '../../domain/delivery';
import {
  escalationCauses,
  findingResults,
  interviewOutcomes,
  judgements,
  stopReasons,
  votes,
} from '../../domain/events';
import { PersonIdentity } from '../../domain/person';
import { verbs } from '../../domain/verbs';
import { ApplicationSummary, Clock, Reasons, Certificate, ScoreSummary } from './application';
import { DecisionOfRecord } from './decisions';
import { Count, Day, exact, Instant, nullable, oneOf, Sha256 } from './fields';
import { AnyDraft, FormValue, KnownDocument } from './form';
import { PermitFile, Reopening } from './permit-file';
import {
  ComplaintOfCase,
  DocumentKinds,
  HandedDocument,
  Hearing,
  PresentedCertificate,
  TestAttempt,
} from './procedure';
import { DraftReason, Proposal } from './proposal';

const SubmittedForm = exact({
  version: Count,
  sha256: Sha256,
  submittedAt: Instant,
  content: AnyDraft,
  values: Type.Array(FormValue, {
    description: 'Of every field that a register of the state may know; empty where none fills the form in',
  }),
});

const Finding = exact({
  check: oneOf(checks),
  asks: Count,
  openedAt: Instant,
  lastAskedAt: Instant,
  result: nullable(oneOf(findingResults, 'null while the agency is being waited for')),
  codes: Type.Array(Type.String(), { description: 'Why it is not clear' }),
  receivedAt: nullable({
    ...Instant,
    description: "When the answer came, in the case's own time",
  } as typeof Instant),
  validUntil: nullable({
    ...Instant,
    description: 'Until when the answer may be relied on; null where the policy of the case sets no end',
  } as typeof Instant),
  evidence: Type.Unknown({ description: "The agency's own answer; null while there is none" }),
  daysInCountry: Type.Optional(
    exact(
      { from: Day, to: Day, days: Count },
      'Of border crossings alone: whole days there in the twelve months before the answer, both dates counted',
    ),
  ),
  judgement: nullable(oneOf(judgements)),
  judgedBy: nullable(Type.String()),
});

/** A document that was handed in, what lies under its id, and what was found of it. */
const SentNotice = exact({
  seq: Count,
  kind: Type.String(),
  at: Instant,
  dueBy: nullable(Instant),
  deliveries: Type.Array(
    exact({
      channel: oneOf(deliveryChannels),
      at: Instant,
      outcome: oneOf(deliveryOutcomes),
      code: nullable(Type.String()),
    }),
    { description: 'Every attempt on every channel, the oldest first' },
  ),
});

const JudgedDocument = exact({
  ...HandedDocument.properties,
  judgedBy: nullable(Type.String()),
  mediaType: nullable(Type.String()),
  size: nullable(Type.Integer({ description: 'bytes' })),
  uploadedAt: nullable(Instant),
});

const Interview = exact({
  at: Instant,
  place: Type.String(),
  panel: Type.Array(Type.String()),
  quorum: Count,
  recused: Type.Array(Type.String(), { description: 'Who stepped back from the panel' }),
  confirmed: Type.Boolean(),
  outcome: nullable(oneOf(interviewOutcomes)),
  questions: Type.Array(
    exact({ question: Type.String(), points: Count, max: Count, remark: nullable(Type.String()) }),
  ),
  votes: Type.Array(exact({ member: Type.String(), vote: oneOf(votes) })),
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
  overAt: nullable(Instant),
  applicantId: Type.String(),
  assignee: nullable(Type.String()),
  policyVersion: Type.String(),
  calendar: Type.String(),
  person: PersonIdentity,
  clock: Clock,
  escalation: nullable(exact({ cause: oneOf(escalationCauses), since: Instant })),
  officerStop: nullable(exact({ reason: oneOf(stopReasons), since: Instant, by: Type.String() })),
  deemedRefusedAt: nullable(Instant),
  permit: nullable(PermitFile, 'null for every other kind of case'),
  reopening: nullable(Reopening),
  testAttempts: Type.Array(TestAttempt),
  barredUntil: nullable(Instant),
  languageCertificate: nullable(PresentedCertificate),
  form: nullable(SubmittedForm),
  score: nullable(ScoreSummary),
  documents: Type.Array(JudgedDocument),
  documentsRequested: DocumentKinds,
  documentsMissing: DocumentKinds,
  documentsKnown: Type.Array(KnownDocument, {
    description: 'What was not asked for, on the day of filing; empty before it and for permanent residence',
  }),
  findings: Type.Array(Finding),
  interview: nullable(Interview),
  noShows: Count,
  interviewChanges: Count,
  proposal: nullable(Proposal),
  draftReasons: Type.Array(DraftReason, {
    description:
      'While an officer judges or decides on a permit: what is adverse, to be taken over as `grounds`',
  }),
  hearing: nullable(Hearing),
  reasons: Reasons,
  certificate: nullable(Certificate),
  complaint: nullable(ComplaintOfCase),
  decisions: Type.Array(DecisionOfRecord, { description: 'In their order, those that were set aside too' }),
  tookPart: Type.Array(Type.String(), {
    description: 'Who of the office has acted or sat in the interview; none of them decides a complaint',
  }),
  notices: Type.Array(SentNotice),
  notes: Type.Array(Note),
  moves: Type.Array(oneOf(verbs), { description: 'What the reader can do now' }),
});
export type CaseView = Static<typeof CaseView>;
