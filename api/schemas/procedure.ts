/** What becomes of a case besides its stages, as applicants and the office both read it. */
import { Type } from 'typebox';
import {
  complaintOutcomes,
  complaintSubjects,
  documentKinds,
  judgements,
  languageLevels,
  objectionKinds,
} from '../../domain/events';
import { Term } from '../../domain/clock-reading';
import { Count, exact, Instant, nullable, oneOf, Sha256 } from './fields';

const Block = exact({
  block: oneOf(['listening', 'reading'] as const),
  items: Count,
  correct: Count,
  requiredPercent: Count,
  passed: Type.Boolean(),
});

export const TestAttempt = exact({
  attempt: Count,
  level: oneOf(languageLevels),
  bookedAt: Instant,
  passed: nullable(Type.Boolean({ description: 'null until the result is there' })),
  voided: Type.Boolean({ description: 'Taken back without a result: it does not count' }),
  blocks: Type.Array(Block, { description: 'The marks; empty until the result is there' }),
});

export const PresentedCertificate = exact({
  certificateId: Type.String(),
  confirmed: nullable(Type.Boolean({ description: 'null while the centre is asked' })),
});

export const HandedDocument = exact({
  documentId: Type.String(),
  kind: oneOf(documentKinds),
  sha256: Sha256,
  judgement: nullable(oneOf(judgements, 'null while nobody has looked at it')),
});

export const DocumentKinds = Type.Array(oneOf(documentKinds));

export const Hearing = exact(
  {
    notifiedAt: Instant,
    objectionUntil: { ...Instant, description: 'Exclusive' } as typeof Instant,
    objection: nullable(exact({ kind: oneOf(objectionKinds), at: Instant })),
    heldAt: nullable(Instant),
    closed: Type.Boolean(),
  },
  'The hearing before an unfavourable decision, from its notice on',
);

export const ComplaintOfCase = exact({
  against: oneOf(complaintSubjects),
  filedAt: Instant,
  forwardedAt: nullable(Instant),
  until: nullable({
    ...Instant,
    description: 'Then silence rejects it; null once decided',
  } as typeof Instant),
  suspendedSince: nullable({
    ...Instant,
    description: 'From then on the act has no effect, until the complaint is decided; null where it has',
  } as typeof Instant),
  outcome: nullable(oneOf(complaintOutcomes)),
  decidedAt: nullable(Instant),
});

export const WayToComplain = exact(
  {
    against: oneOf(complaintSubjects),
    since: Instant,
    until: { ...Instant, description: 'Exclusive' } as typeof Instant,
    verb: Type.Literal('fileComplaint'),
    satisfiedWithin: Term,
    decidedWithin: Term,
    source: Type.String(),
    how: exact({ kk: Type.String(), ru: Type.String(), en: Type.String() }),
  },
  'What can be complained of now, until when, and how',
);
