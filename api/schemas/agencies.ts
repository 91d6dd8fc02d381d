/** The agencies as an operator sees them, and the orders he gives. */
import { Type, type Static } from 'typebox';
import { agencyNames } from '../../domain/agencies';
import { agencyStates, holdActs } from '../../domain/agency-lines';
import { Count, exact, FreeText, Instant, nullable, oneOf } from './fields';
import { problems } from './problem';

const describe = (schema: typeof Instant, description: string) =>
  ({ ...schema, description }) as typeof Instant;

const AgencyRow = exact({
  agency: oneOf(agencyNames),
  state: oneOf(
    agencyStates,
    'open for business; slow: its last reply came late; down: only probes leave; held: an operator ordered so',
  ),
  since: nullable(describe(Instant, 'Of this state; null for an agency that was never asked')),
  lastTrouble: nullable(Type.String({ description: 'The code of the last trouble, however long ago' })),
  nextProbeAt: nullable(describe(Instant, 'While down: when one question may try whether it is up again')),
  quietUntil: nullable(describe(Instant, 'The agency asked not to be asked before')),
  hold: nullable(exact({ by: Type.String(), at: Instant, reason: Type.String() })),
  lastHour: exact({
    asked: Count,
    replies: Count,
    troubles: Count,
    answers: Count,
    medianMs: nullable(Type.Integer({ description: 'Median time of the replies, in milliseconds' })),
  }),
  waiting: exact({
    cases: Count,
    since: nullable(describe(Instant, "The oldest of them, in the case's own time")),
  }),
});
export type AgencyRow = Static<typeof AgencyRow>;

export const AgencyList = exact({ agencies: Type.Array(AgencyRow) });

export const AgencyParams = Type.Object({ agency: oneOf(agencyNames) });
export const HoldOrder = exact({ reason: FreeText });

const HoldDone = exact(
  {
    number: Type.Integer({ description: 'The number of the order in the register' }),
    agency: oneOf(agencyNames),
    act: oneOf(holdActs),
    at: Instant,
  },
  'Done; from now on the next question of every case keeps to it',
);
export const holdAnswers = { 200: HoldDone, ...problems };
