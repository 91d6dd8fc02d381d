/** What an officer is asked to confirm or to decide: a proposal with all it rests on, and reasons that are at hand. */
import { Type } from 'typebox';
import { checks } from '../../domain/agencies';
import { decisionOutcomes, documentKinds, findingResults, judgements } from '../../domain/events';
import { windowRules } from '../../domain/permit';
import { evidenceCodes } from '../../policy/ground-evidence';
import { groundCodes } from '../../policy/grounds';
import { Reasons } from './application';
import { Count, Day, exact, Instant, nullable, oneOf, Sha256 } from './fields';
import { PermitTerm } from './permit-file';

const Answer = exact({ answerId: Type.String(), sha256: Sha256 });

const CheckAtProposal = exact({
  check: oneOf(checks),
  result: nullable(oneOf(findingResults)),
  codes: Type.Array(Type.String(), { description: 'What was to judge, or why nobody had to be asked' }),
  answer: nullable(Answer, 'The answer that it rests on; null where nobody answered or was asked'),
  receivedAt: nullable({ ...Instant, description: "In the case's own time" } as typeof Instant),
  judgedBy: nullable(Type.String(), 'Who judged it clear; null where the answer itself was'),
});

const PaperAtProposal = exact({
  documentId: Type.String(),
  kind: oneOf(documentKinds),
  judgement: nullable(oneOf(judgements), 'null where an agency stands behind the paper'),
  judgedBy: nullable(Type.String()),
});

const ProposalBasis = exact(
  {
    checks: Type.Array(CheckAtProposal),
    papers: Type.Array(PaperAtProposal),
    window: nullable(
      exact({
        rule: oneOf(windowRules),
        lastDay: nullable(Day, 'null where every day is in time'),
        source: nullable(Type.String(), 'null where no rule sets a window'),
      }),
      'By which rule the filing was in time',
    ),
    place: nullable(
      exact({ taken: Count, elsewhere: Count, limit: Count }),
      'The employer’s place as it was counted; null where the permit needs none',
    ),
  },
  'Why nothing stands against it; what bounds the permit, and by which source, is in `term`',
);

export const Proposal = exact({
  version: Type.Integer({ description: 'What whoever decides must name' }),
  outcome: oneOf(decisionOutcomes),
  reasons: Reasons,
  proposedBy: Type.String(),
  text: nullable(Type.String()),
  term: nullable(PermitTerm, 'How long the proposed permit would last'),
  basis: nullable(ProposalBasis, 'null for what a person proposed'),
});

export const DraftReason = exact(
  {
    ground: oneOf(groundCodes),
    evidence: oneOf(evidenceCodes),
    article: Type.String(),
    source: Type.String({ description: 'Where the ground was read' }),
    because: Type.Array(Type.String(), { description: 'Codes of findings, or kinds of papers' }),
  },
  'Ground and evidence as the decision would name them',
);
