/** An answer as it goes on the wire, right or wrong on purpose. */
import { randomUUID } from 'node:crypto';
import type { Malformed } from './behaviour';
import type { AnswerBody } from './request-book';

const distortions: Record<Malformed, (answer: AnswerBody) => string> = {
  json: (answer) => JSON.stringify(answer).slice(0, -2),
  schema: ({ requestId, answerId }) => JSON.stringify({ requestId, answerId, verdict: 'fine' }),
  'wrong-person': (answer) => JSON.stringify({ ...answer, requestId: randomUUID() }),
};

/**
 * `json` is cut off in the middle; `schema` has a member nobody agreed on and lacks the rest; `wrong-person` is
 * whole, but about a request that was never made.
 */
export function answerText(answer: AnswerBody, malformed: Malformed | null = null): string {
  return malformed === null ? JSON.stringify(answer) : distortions[malformed](answer);
}
