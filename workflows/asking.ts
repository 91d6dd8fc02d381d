/** Asking a neighbour that may be out of reach, without ever giving up while an answer is still wanted. */
import { condition, patched } from '@temporalio/workflow';

const firstPauseMs = 60 * 1000;
const longestPauseMs = 4 * 60 * 60 * 1000;

/**
 * Asks until the agency was reached or nobody waits any more. The pauses between double from a minute to four hours, and are never
 * shorter than the activity names.
 */
export async function untilReached<R extends { kind: string; pauseMs?: number }>(
  isWaiting: () => boolean,
  ask: () => Promise<R>,
): Promise<Exclude<R, { kind: 'unreachable' }> | undefined> {
  for (let pauseMs = firstPauseMs; isWaiting(); pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const reply = patched('goes-on-without-reply') ? await heard(isWaiting, ask()) : await ask();
    if (reply?.kind !== 'unreachable') return reply as Exclude<R, { kind: 'unreachable' }> | undefined;
    await condition(() => !isWaiting(), Math.max(pauseMs, reply.pauseMs ?? 0));
  }
  return undefined;
}

/** A case that goes on does not wait for an activity that is still trying. */
function heard<R>(isWaiting: () => boolean, asking: Promise<R>): Promise<R | undefined> {
  return Promise.race([asking, condition(() => !isWaiting()).then(() => undefined)]);
}
