/** What only a temporary permit has, as its applicant and the office see it. */
import { Type } from 'typebox';
import { checks } from '../../domain/agencies';
import { claimOutcomes, documentKinds, fetchResults, reopeningEnds } from '../../domain/events';
import {
  changeKinds,
  filings,
  limitRules,
  limitSources,
  permitPurposes,
  stateSources,
  termLimits,
  useRules,
  windowRules,
} from '../../domain/permit';
import { Count, Day, exact, Instant, nullable, oneOf } from './fields';

const LimitValue = exact(
  {
    pointer: Type.String({ description: 'Into the form' }),
    used: oneOf(['fetched', 'corrected', 'entered'] as const),
    source: nullable(oneOf(limitSources), 'The register, where it knew one'),
    at: nullable(
      Instant,
      'When the register told the case of it, again where the decision was looked at again; null where the person wrote it',
    ),
    rule: oneOf(limitRules, 'Why this value counts'),
  },
  'The value that the limit rests on',
);

export const PermitTerm = exact(
  {
    validFrom: Day,
    validUntil: Day,
    shortestBy: oneOf(termLimits, 'The limit that won'),
    limits: Type.Array(
      exact({ by: oneOf(termLimits), until: Day, source: Type.String(), value: Type.Optional(LimitValue) }),
    ),
    follows: Type.Optional({
      ...Day,
      description: 'The last day of a permit of the same person that this one had to wait for',
    }),
  },
  'Everything that bounds the permit; both days count',
);

const FilingWindow = exact(
  {
    rule: oneOf(windowRules),
    lastDay: nullable(
      Day,
      'null where every day is in time, and to who filed for somebody else where only a register knows the day',
    ),
  },
  'By which rule the filing was in time',
);

const ValueUse = exact({
  pointer: Type.String({ description: 'Into the form' }),
  used: oneOf(['fetched', 'corrected', 'entered'] as const),
  source: nullable(oneOf(stateSources)),
  rule: oneOf(useRules, 'Why this value counts'),
});

const ChangeClaim = exact(
  {
    seq: Count,
    change: oneOf(changeKinds),
    on: Day,
    claimedAt: Instant,
    claimedAs: Type.String({ description: 'As what the person spoke: the role' }),
    outcome: nullable(oneOf(claimOutcomes), 'null until another person has looked at it'),
  },
  'The last change that one person told of; absent while nobody did',
);

export const PermitFile = exact(
  {
    filing: oneOf(filings),
    purpose: oneOf(permitPurposes),
    employerId: nullable(Type.String(), 'The account of the employer that files; null where the person does'),
    fetched: Type.Array(exact({ source: oneOf(stateSources), result: oneOf(fetchResults), at: Instant }), {
      description: 'Which registers of the state have said what they know',
    }),
    uses: Type.Array(ValueUse, { description: 'Of every value that a register may know, which one counts' }),
    window: nullable(FilingWindow, 'null before it was filed'),
    owed: nullable(
      Type.Array(oneOf(documentKinds)),
      'The papers of the purpose; null before it was looked at',
    ),
    place: nullable(
      oneOf(['reserved', 'none-left'] as const),
      'Under the employer’s limit; null before it was counted, and where it needs none',
    ),
    term: nullable(PermitTerm, 'null before the permit was issued'),
    renews: nullable(
      Type.String(),
      'The number of the permit that this one follows; null to who filed for somebody else where only a register knows it',
    ),
    heldFrom: Type.Optional({
      ...Day,
      description: 'Where the decision was looked at again: the first day of the permit that fell by it',
    }),
    heldUntil: Type.Optional({
      ...Day,
      description: 'The last day of that permit, where a reported change had shortened it',
    }),
    claim: Type.Optional(ChangeClaim),
  },
  'Of a temporary permit alone',
);

export const Reopening = exact(
  {
    seq: Count,
    check: oneOf(checks),
    codes: Type.Array(Type.String(), { description: 'What the later answer says' }),
    joined: Type.Optional(
      Type.Array(exact({ check: oneOf(checks), codes: Type.Array(Type.String()) }), {
        description: 'What other answers said while the proposal was open; absent when there were none',
      }),
    ),
    supportedBy: nullable(Type.String()),
    outcome: nullable(oneOf(reopeningEnds, 'overtaken: the decision was set aside meanwhile')),
  },
  'A proposal to look at the decision again, since an agency contradicted it later',
);
