/** Telling an agency to take back what it said, however long ago that was. */
import type { Static } from 'typebox';
import { Type } from 'typebox';
import { answerNow } from './answer-now';
import { contradicting } from './follow-ups';
import type { Office } from './office';
import { Problem } from './problem';

export const ContradictNow = Type.Object(
  { requestId: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);

/**
 * A second answer to a request that was answered, with other facts and an id of its own: by callback at once, or in the reply
 * to the same request asked again. 404 for one that was never made, 409 for one that was not answered yet.
 */
export async function contradictNow(office: Office, { requestId }: Static<typeof ContradictNow>) {
  const request = office.book.find(requestId);
  if (!request) throw new Problem(404, 'request-unknown', 'this request was never made');
  if (request.answeredAt === null)
    throw new Problem(409, 'not-answered-yet', 'there is no answer to contradict');
  const { requestId: _, answerId: __, ...facts } = contradicting(office.trade, request.answer);
  return answerNow(office, { requestId, answer: facts });
}
