/** Asking a neighbour that may be out of reach, without ever giving up while an answer is still wanted. */
import { condition } from '@temporalio/workflow';

const firstPauseMs = 60 * 1000;
const longestPauseMs = 3 * 24 * 60 * 60 * 1000;

/** Asks until the agency was reached or nobody waits any more; pauses grow fourfold, from a minute to three days. */
export async function untilReached<R extends { kind: string }>(
  isWaiting: () => boolean,
  ask: () => Promise<R>,
): Promise<Exclude<R, { kind: 'unreachable' }> | undefined> {
  for (let pauseMs = firstPauseMs; isWaiting(); pauseMs = Math.min(4 * pauseMs, longestPauseMs)) {
    const reply = await ask();
    if (reply.kind !== 'unreachable') return reply as Exclude<R, { kind: 'unreachable' }>;
    await condition(() => !isWaiting(), pauseMs);
  }
  return undefined;
}
