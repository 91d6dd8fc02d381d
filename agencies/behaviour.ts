/** How a neighbour can be told to behave, and whom each order is about. */
import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false };
const Times = Type.Integer({ minimum: 1, maximum: 100_000 });
const Milliseconds = Type.Integer({ minimum: 0, maximum: 3_600_000 });

/** Everybody when absent; a request beats a person, a person beats everybody, and orders are not mixed. */
export const Scope = Type.Union([
  Type.Object({ passportNumber: Type.String({ minLength: 1, maxLength: 15 }) }, strict),
  Type.Object({ requestId: Type.String({ minLength: 1, maxLength: 100 }) }, strict),
]);

const anyAgency = {
  scope: Type.Optional(Scope),
  /** Before the reply to a request. */
  latencyMs: Type.Optional(Milliseconds),
  /** The next so many requests fail with this status, and nothing is kept of them. */
  errors: Type.Optional(
    Type.Object({ status: Type.Integer({ minimum: 400, maximum: 599 }), times: Times }, strict),
  ),
  /** The next so many requests lose their connection, and nothing is kept of them. */
  cutConnection: Type.Optional(Type.Object({ times: Times }, strict)),
  /** The next so many requests are acted on, but their reply never comes. */
  timeoutAfterActing: Type.Optional(Type.Object({ times: Times }, strict)),
  /** No answer until told to: no callback, or a reply that never comes. `false` makes a silent person's file speak. */
  silent: Type.Optional(Type.Boolean()),
  /** What is wrong with the body of an answer; the answer itself stays as it was. */
  malformed: Type.Optional(
    Type.Union([Type.Literal('json'), Type.Literal('schema'), Type.Literal('wrong-person'), Type.Null()]),
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

interface About {
  requestId: string;
  person: { passportNumber: string };
}

/** The orders in force; they are forgotten when the agency restarts, what was already asked of it is not. */
export function createBehaviourBoard() {
  const orders = new Map<string, Behaviour>();

  function behaviourFor({ requestId, person }: About): Behaviour {
    const keys = [`request ${requestId}`, `passport ${person.passportNumber}`, 'everybody'];
    return keys.map((key) => orders.get(key)).find((order) => order !== undefined) ?? {};
  }

  return {
    behaviourFor,
    all: () => [...orders.values()],
    clear: () => orders.clear(),
    put: (order: Behaviour) => orders.set(keyOf(order.scope), structuredClone(order)),
    /** Uses up one of the order's `times`; undefined when there is none left. */
    take<K extends 'errors' | 'cutConnection' | 'timeoutAfterActing'>(kind: K, about: About) {
      const order = behaviourFor(about)[kind];
      if (!order || order.times === 0) return undefined;
      order.times -= 1;
      return order as NonNullable<Behaviour[K]>;
    },
  };
}

export type BehaviourBoard = ReturnType<typeof createBehaviourBoard>;

function keyOf(scope: Static<typeof Scope> | undefined): string {
  if (scope === undefined) return 'everybody';
  return 'requestId' in scope ? `request ${scope.requestId}` : `passport ${scope.passportNumber}`;
}
