/** What is sent about temporary permits, and of decisions that are looked at again. */
import { Type } from 'typebox';
import { claimOutcomes, reopeningOutcomes } from '../../domain/events';
import { changeKinds, filings, permitPurposes } from '../../domain/permit';
import { PersonIdentity } from '../../domain/person';
import { regions } from '../../domain/regions';
import { Contact } from './application';
import { Day, EmployerId, exact, FreeText, nullable, oneOf } from './fields';
import { Grounds } from './office';

export const NewPermitApplication = exact({
  filing: oneOf(filings),
  purpose: oneOf(permitPurposes, 'Why the person stays'),
  region: oneOf(regions, 'Where the person stays'),
  person: PersonIdentity,
  contact: Type.Optional(Contact),
  employerId: Type.Optional(EmployerId),
});

export const OfficerDecision = exact({
  outcome: oneOf(['grant', 'refuse'] as const),
  version: Type.Optional(
    Type.Integer({
      minimum: 1,
      description:
        'Of the service’s own proposal that is confirmed; left out where the officer decides himself',
    }),
  ),
  grounds: Type.Optional(Grounds),
  text: Type.Optional(FreeText),
});

export const ChangeReport = exact({
  change: oneOf(changeKinds),
  on: Day,
  text: Type.Optional(nullable(FreeText)),
});

export const ChangeDecision = exact({
  claim: Type.Integer({ minimum: 1, description: 'The seq of the claim that was read' }),
  outcome: oneOf(claimOutcomes),
  reason: FreeText,
});

export const ReopeningSupport = exact({ reason: FreeText });
export const ReopeningDecision = exact({ outcome: oneOf(reopeningOutcomes), reason: FreeText });
