/** Asking a neighbour that may be out of reach, without ever giving up while an answer is still wanted. */
import { condition, patched } from '@temporalio/workflow';
import type { AskReply } from '../activities/ask-agencies';

type Reached = Exclude<AskReply, { kind: 'unreachable' }>;

const firstPauseMs = 60 * 1000;
const longestPauseMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Asks until the agency was reached or nobody waits any more. Between two askings lies the pause that the activity names, or
 * one that grows fourfold, from a minute to three days.
 */
export async function untilReached(
  isWaiting: () => boolean,
  ask: () => Promise<AskReply>,
): Promise<Reached | undefined> {
  for (let pauseMs = firstPauseMs; isWaiting(); pauseMs = Math.min(4 * pauseMs, longestPauseMs)) {
    const reply = patched('goes-on-without-reply') ? await heard(isWaiting, ask()) : await ask();
    if (reply?.kind !== 'unreachable') return reply;
    await condition(() => !isWaiting(), reply.pauseMs ?? pauseMs);
  }
  return undefined;
}

/** An activity may wait for hours until an agency is back; a case that goes on does not wait for it. */
function heard(isWaiting: () => boolean, asking: Promise<AskReply>): Promise<AskReply | undefined> {
  return Promise.race([asking, condition(() => !isWaiting()).then(() => undefined)]);
}
