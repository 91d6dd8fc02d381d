/** What tells one agency from another: what it is asked, what it knows, and how it answers. */
import { Type, type TObject } from 'typebox';
import type { AgencyName } from '../domain/agencies';
import type { Facts } from '../domain/agency-answers';
import { languageLevels, type LanguageLevel } from '../domain/events';
import { PersonIdentity } from '../domain/person';

/** A request as it arrives; which of the optional members must be there is the agency's schema's business. */
export interface AskedRequest {
  requestId: string;
  person: PersonIdentity;
  level?: LanguageLevel;
  callbackUrl?: string;
}

export interface Trade<A extends AgencyName = AgencyName> {
  name: A;
  /** False: the answer is in the reply (200). True: the reply is 202, the answer a signed callback. */
  byCallback: boolean;
  request: TObject;
  /** Milliseconds before the reply (and up to so many more by chance), and from acceptance to callback. */
  latencyMs: number;
  latencyJitterMs: number;
  lateMs: number;
  /** `receivedAt` is an ISO instant. */
  factsFor(asked: AskedRequest, receivedAt: string): Facts<A>;
  /** The facts that a second, different answer differs by. */
  contradict(facts: Facts<A>): Partial<Facts<A>>;
}

const strict = { additionalProperties: false };

const asked = {
  requestId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,100}$' }),
  person: PersonIdentity,
};
const callback = { callbackUrl: Type.String({ pattern: '^https?://', maxLength: 500 }) };

export const PlainRequest = Type.Object(asked, strict);
export const CallbackRequest = Type.Object({ ...asked, ...callback }, strict);
export const TestRequest = Type.Object(
  { ...asked, ...callback, level: Type.Enum([...languageLevels]) },
  strict,
);
