/** What an agency sends along with its answer, and what it is told. */
import { Type, type Static } from 'typebox';
import { callbackChecks } from '../../domain/agencies';
import { intakeStates } from '../../domain/intake';
import { exact, oneOf } from './fields';
import { problems } from './problem';

/** A compact JWS by the agency over the SHA-256 of the body; its `jti` names the delivery. */
export const signatureHeader = 'ruqsat-agency-signature';

/** Not required here: an unsigned delivery has a problem of its own, and is recorded. */
export const CallbackHeaders = Type.Object({
  [signatureHeader]: Type.Optional(Type.String({ maxLength: 8192, description: 'ES256 JWT over the body' })),
});

/** Whose answer to a check it is. */
export const CallbackParams = exact({ agency: oneOf(callbackChecks) });
export type CallbackParams = Static<typeof CallbackParams>;

const Taken = exact({
  number: Type.Integer({ description: 'Under which the answer is kept' }),
  state: oneOf(intakeStates, 'kept: the case is over or not known, or the answer was there before'),
});

export const callbackAnswers = { 202: Taken, ...problems };
