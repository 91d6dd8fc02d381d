/** How a neighbour can be told to behave, and whom each order is about. */
import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false };
const Milliseconds = Type.Integer({ minimum: 0, maximum: 3_600_000 });
const Seconds = Type.Integer({ minimum: 0, maximum: 31_536_000 });
const Instant = Type.String({ format: 'date-time', maxLength: 40 });

/** So many requests, the next ones; with a `share` (0 to 1) only those of them that the seed picks. */
const some = {
  times: Type.Integer({ minimum: 1, maximum: 100_000 }),
  share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
};

/** Everybody when absent; a request beats a person, a person beats everybody, and orders are not mixed. */
export const Scope = Type.Union([
  Type.Object({ passportNumber: Type.String({ minLength: 1, maxLength: 15 }) }, strict),
  Type.Object({ requestId: Type.String({ minLength: 1, maxLength: 100 }) }, strict),
]);

const anyAgency = {
  scope: Type.Optional(Scope),
  /** Before the reply to a request. */
  latencyMs: Type.Optional(Milliseconds),
  /** Requests that fail with this status, and with Retry-After where it is said; nothing is kept of them. */
  errors: Type.Optional(
    Type.Object(
      {
        status: Type.Integer({ minimum: 400, maximum: 599 }),
        retryAfterSeconds: Type.Optional(Seconds),
        ...some,
      },
      strict,
    ),
  ),
  /** Requests that lose their connection; nothing is kept of them. */
  cutConnection: Type.Optional(Type.Object(some, strict)),
  /** Requests that are acted on, but whose reply never comes. */
  timeoutAfterActing: Type.Optional(Type.Object(some, strict)),
  /** A real ceiling, so many a second and so many at once: beyond it 429 with Retry-After. */
  rateLimit: Type.Optional(
    Type.Object(
      {
        perSecond: Type.Number({ exclusiveMinimum: 0, maximum: 10_000 }),
        burst: Type.Integer({ minimum: 1, maximum: 10_000 }),
      },
      strict,
    ),
  ),
  /** Announced: from then until then 503, with Retry-After up to the end. */
  outage: Type.Optional(Type.Object({ from: Instant, until: Instant }, strict)),
  /** No answer until told to: no callback, or a reply that never comes. `false` makes a silent person's file speak. */
  silent: Type.Optional(Type.Boolean()),
  /** What is wrong with the body of an answer; the answer itself stays as it was. */
  malformed: Type.Optional(
    Type.Union([
      Type.Literal('json'),
      Type.Literal('schema'),
      Type.Literal('wrong-person'),
      Type.Literal('wrong-request'),
      Type.Null(),
    ]),
  ),
  /** A second, different answer: after the first callback, or to the same request asked again. */
  contradiction: Type.Optional(Type.Boolean()),
};

export const ReplyBehaviour = Type.Object(anyAgency, strict);

/** For agencies that answer by callback: `lateMs` from acceptance to callback, `duplicates` further copies of it. */
export const CallbackBehaviour = Type.Object(
  {
    ...anyAgency,
    lateMs: Type.Optional(Milliseconds),
    duplicates: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  },
  strict,
);
export type Behaviour = Static<typeof CallbackBehaviour>;
export type Malformed = NonNullable<Behaviour['malformed']>;
