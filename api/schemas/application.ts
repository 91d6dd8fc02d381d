/** An application as its applicant sees it. */
import { Type, type Static } from 'typebox';
import { caseKinds } from '../../domain/case-kinds';
import { decisionOutcomes, interviewOutcomes } from '../../domain/events';
import { languages } from '../../domain/languages';
import { PersonIdentity } from '../../domain/person';
import { regions } from '../../domain/regions';
import { caseStatuses, parties, stages, type CaseStatus } from '../../domain/statuses';
import { verbs } from '../../domain/verbs';
import { CertificateAddress, DecisionOfRecord } from './decisions';
import { CaseId, Count, Day, exact, Instant, nullable, oneOf, Sha256 } from './fields';
import { PermitFile } from './permit-file';
import {
  ComplaintOfCase,
  DocumentKinds,
  HandedDocument,
  Hearing,
  PresentedCertificate,
  TestAttempt,
  WayToComplain,
} from './procedure';

/** Nothing that ends an address, steers a device or cannot be stored. */
const inAddress = '[^\\s@<>,;"\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff]';

/** Where notices go beside the account, and the language they begin with. */
export const Contact = exact({
  email: Type.Optional(Type.String({ maxLength: 254, pattern: `^${inAddress}{1,64}@${inAddress}{1,189}$` })),
  language: Type.Optional(oneOf(languages)),
});

export const NewApplication = exact({
  region: oneOf(regions),
  person: PersonIdentity,
  contact: Type.Optional(Contact),
});

export const WaitingOn = exact(
  {
    party: oneOf(parties),
    since: Instant,
    for: oneOf(caseStatuses),
    until: nullable(Instant),
  },
  'Who has the ball, since when, what for, and until when where the law sets a limit',
);

export const Clock = exact(
  {
    running: Type.Boolean(),
    termDays: Count,
    daysUsed: Count,
    daysLeft: Type.Integer({ description: 'Negative when the term is over' }),
    dueAt: nullable(Instant),
  },
  'The service clock: it runs while the state has the ball; an end can be named only while it runs',
);

const summary = {
  caseId: CaseId,
  kind: oneOf(caseKinds),
  region: oneOf(regions),
  stage: oneOf(stages),
  status: oneOf(caseStatuses),
  openedAt: Instant,
  waitingOn: WaitingOn,
};

export const ScoreSummary = exact({
  table: Type.String(),
  demonstration: Type.Boolean({ description: 'The table of points is invented: none has been published' }),
  label: Type.String({ description: 'Where the table comes from' }),
  rows: Type.Array(
    exact({
      criterion: Type.String(),
      bucket: Type.String(),
      points: Count,
      max: Count,
      evidence: Type.Array(Type.String(), { description: 'The fields that were read, by JSON pointer' }),
      evidenceSha256: Sha256,
      source: Type.String({ description: 'What stands behind them, by its code' }),
      label: Type.String({ description: 'The same in words' }),
    }),
  ),
  total: Count,
  threshold: Count,
  passed: Type.Boolean(),
  shortfall: Type.Array(
    Type.Array(exact({ criterion: Type.String(), bucket: Type.String(), points: Count, gain: Count })),
    { description: 'The nearest changes that would have passed, each a set of rows' },
  ),
});

export const Reasons = Type.Array(
  exact({ ground: Type.String(), article: Type.String(), evidence: Type.String() }),
);
export const Certificate = exact(
  { number: Type.String(), validFrom: Day, validUntil: Day },
  'Both days count; one whose last day is before its first one ended before it began, and was never valid',
);

export const outcomeKinds = [
  'granted',
  'refused',
  'withdrawn',
  'lapsed',
  'annulled',
  'expired',
] as const satisfies readonly CaseStatus[];

const Outcome = exact({
  kind: oneOf(outcomeKinds),
  at: Instant,
  reasons: Reasons,
  certificate: nullable(Certificate),
  clockCertificate: CertificateAddress,
});

const ProposalTold = exact(
  { outcome: oneOf(decisionOutcomes), reasons: Reasons, text: nullable(Type.String()) },
  'What is about to be decided, from the notice of the hearing on',
);

export const Application = exact({
  ...summary,
  stages: Type.Array(exact({ stage: oneOf(stages), since: Instant })),
  clock: Clock,
  permit: nullable(PermitFile, 'null for every other kind of case'),
  score: nullable(ScoreSummary, 'null for a temporary permit, which is not scored'),
  testAttempts: Type.Array(TestAttempt),
  barredUntil: nullable({ ...Instant, description: 'No attempt at the test before' } as typeof Instant),
  languageCertificate: nullable(PresentedCertificate),
  documents: Type.Array(HandedDocument, { description: 'As handed in, with what was found of each' }),
  documentsRequested: nullable(exact({ kinds: DocumentKinds, reason: nullable(Type.String()) })),
  documentsMissing: {
    ...DocumentKinds,
    description: 'Asked for and not handed in in time',
  } as typeof DocumentKinds,
  interview: nullable(
    exact({
      at: Instant,
      place: Type.String(),
      confirmed: Type.Boolean(),
      outcome: nullable(oneOf(interviewOutcomes)),
    }),
  ),
  proposal: nullable(ProposalTold),
  hearing: nullable(Hearing),
  deemedRefusedAt: nullable({
    ...Instant,
    description: 'Since when the silence of the state counts as a refusal',
  } as typeof Instant),
  outcome: nullable(Outcome),
  decisions: Type.Array(DecisionOfRecord, { description: 'In their order, those that were set aside too' }),
  complaint: nullable(ComplaintOfCase),
  wayToComplain: nullable(WayToComplain),
  overAt: nullable({ ...Instant, description: 'Since when nothing can come any more' } as typeof Instant),
  certificate: nullable(
    Certificate,
    'As it stands, also while an annulment is heard or complained of; null where none was given, and where it was annulled',
  ),
  moves: Type.Array(oneOf(verbs), { description: 'What the applicant can do now' }),
});
export type Application = Static<typeof Application>;

export const ApplicationSummary = exact(summary);
export type ApplicationSummary = Static<typeof ApplicationSummary>;

export const ApplicationList = exact({ applications: Type.Array(ApplicationSummary) });

export const ApplicationHeaders = Type.Object({
  'if-none-match': Type.Optional(Type.String({ maxLength: 400 })),
  prefer: Type.Optional(
    Type.String({ maxLength: 200, description: 'wait=N: with If-None-Match, wait up to N ≤ 60 s for news' }),
  ),
});
