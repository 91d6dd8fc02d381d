/** A ceiling as a neighbour keeps it: so many requests a second, so many at once after a pause. */

export function createTokenBucket({ perSecond, burst }: { perSecond: number; burst: number }) {
  let tokens = burst;
  let filledAt = Number.NEGATIVE_INFINITY;

  return {
    /** Takes one at an instant (milliseconds since 1970) and returns 0, or the whole seconds until there is one. */
    take(now: number): number {
      const passedMs = Math.max(0, now - filledAt);
      tokens = Math.min(burst, tokens + (perSecond * passedMs) / 1000);
      filledAt = Math.max(filledAt, now);
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
      tokens -= 1;
      return 0;
    },
  };
}

export type TokenBucket = ReturnType<typeof createTokenBucket>;
