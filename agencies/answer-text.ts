/** An answer as it goes on the wire, right or wrong on purpose. */
import { randomUUID } from 'node:crypto';
import type { Malformed } from './behaviour';
import type { AnswerBody } from './request-book';

/**
 * `json` is cut off in the middle; `schema` has a member nobody agreed on and lacks the rest; `wrong-person` is
 * whole, but about a request that was never made.
 */
export function answerText(answer: AnswerBody, malformed: Malformed | null | undefined): string {
  switch (malformed) {
    case 'json':
      return JSON.stringify(answer).slice(0, -2);
    case 'schema':
      return JSON.stringify({ requestId: answer.requestId, answerId: answer.answerId, verdict: 'fine' });
    case 'wrong-person':
      return JSON.stringify({ ...answer, requestId: randomUUID() });
    default:
      return JSON.stringify(answer);
  }
}
