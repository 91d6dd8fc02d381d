/** The orders in force at the control door, and what is left of each. */
import type { Static } from 'typebox';
import type { Behaviour, Scope } from './behaviour';
import { chance } from './chance';
import { createTokenBucket, type TokenBucket } from './token-bucket';

interface About {
  requestId: string;
  person: { passportNumber: string };
}

type Counted = 'errors' | 'cutConnection' | 'timeoutAfterActing';

interface Order {
  behaviour: Behaviour;
  bucket: TokenBucket | undefined;
}

/** They are forgotten when the agency restarts, what was already asked of it is not. `seed` picks a share of requests. */
export function createBehaviourBoard(seed: number) {
  const orders = new Map<string, Order>();
  const seen = { errors: 0, cutConnection: 0, timeoutAfterActing: 0 };

  function orderFor({ requestId, person }: About): Order | undefined {
    const keys = [`request ${requestId}`, `passport ${person.passportNumber}`, 'everybody'];
    return keys.map((key) => orders.get(key)).find((order) => order !== undefined);
  }

  function isPicked(kind: Counted, share: number): boolean {
    seen[kind] += 1;
    return chance(seed, `${kind} ${seen[kind]}`) < share;
  }

  return {
    behaviourFor: (about: About): Behaviour => orderFor(about)?.behaviour ?? {},
    all: () => [...orders.values()].map(({ behaviour }) => behaviour),
    clear: () => orders.clear(),
    put(behaviour: Behaviour): void {
      const { rateLimit } = behaviour;
      const bucket = rateLimit && createTokenBucket(rateLimit);
      orders.set(keyOf(behaviour.scope), { behaviour: structuredClone(behaviour), bucket });
    },
    /** Uses up one of the order's `times`; undefined when there is none left, or the seed passes this request by. */
    take<K extends Counted>(kind: K, about: About) {
      const order = orderFor(about)?.behaviour[kind];
      if (!order || order.times === 0 || !isPicked(kind, order.share ?? 1)) return undefined;
      order.times -= 1;
      return order as NonNullable<Behaviour[K]>;
    },
    /** Seconds until there is room below the ordered ceiling, at an instant in milliseconds since 1970; 0 when there is. */
    secondsToWait: (about: About, now: number): number => orderFor(about)?.bucket?.take(now) ?? 0,
  };
}

export type BehaviourBoard = ReturnType<typeof createBehaviourBoard>;

function keyOf(scope: Static<typeof Scope> | undefined): string {
  if (scope === undefined) return 'everybody';
  return 'requestId' in scope ? `request ${scope.requestId}` : `passport ${scope.passportNumber}`;
}
