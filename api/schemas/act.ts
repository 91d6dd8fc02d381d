/** What every act sends along, and what it is answered. */
import { Type } from 'typebox';
import { caseStatuses } from '../../domain/statuses';
import { intakeStates } from '../../domain/intake';
import { accountVerbs, houseVerbs, verbs } from '../../domain/verbs';
import { withHeaders } from './answer-headers';
import { CaseId, exact, Instant, nullable, oneOf } from './fields';
import { problems } from './problem';

export const ActHeaders = Type.Object({
  'idempotency-key': Type.String({
    pattern: '^[\\x21-\\x7e]{8,100}$',
    description: 'Made by the caller, one for each act; a repeat with the same key gets the first answer',
  }),
});

const IntakeNumber = Type.Integer({ description: 'The number of the act in the register' });

export const ActDone = Type.Object(
  {
    number: IntakeNumber,
    caseId: CaseId,
    status: oneOf(caseStatuses),
    seq: Type.Integer({ description: 'The case is recorded up to and with this event' }),
  },
  { description: 'Done, and on the record' },
);

export const ActPending = Type.Object(
  { number: IntakeNumber, caseId: CaseId, state: Type.Literal('received') },
  { description: 'Stamped and kept; it will be carried out, and counts from its stamp. Ask at Location.' },
);

/** For the `response` of each act. */
export const actAnswers = { 200: ActDone, 202: withHeaders(ActPending, 'Location'), ...problems };

export const ActParams = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});

export const RegisteredAct = exact(
  {
    number: IntakeNumber,
    caseId: nullable(CaseId),
    verb: oneOf([...verbs, ...houseVerbs, ...accountVerbs]),
    state: oneOf(intakeStates),
    answer: Type.Unknown({ description: 'What the act was answered; null while it is under way' }),
    receivedAt: Instant,
    effectiveAt: Instant,
  },
  'An act of the caller as the register has it',
);
