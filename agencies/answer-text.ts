/** An answer as it goes on the wire, right or wrong on purpose. */
import { randomUUID } from 'node:crypto';
import type { Malformed } from './behaviour';
import type { AnswerBody } from './request-book';
import type { AnswerSubject } from '../domain/answer-shape';

const distortions: Record<Malformed, (answer: AnswerBody) => string> = {
  json: (answer) => JSON.stringify(answer).slice(0, -2),
  schema: ({ requestId, answerId }) => JSON.stringify({ requestId, answerId, verdict: 'fine' }),
  'wrong-person': (answer) => JSON.stringify({ ...answer, ...aboutAnother(answer) }),
  'wrong-request': (answer) => JSON.stringify({ ...answer, requestId: randomUUID() }),
};

const somebodyElse = {
  bornOn: '1971-02-03',
  citizenship: 'GEO',
  passportNumber: '00XX00000',
} satisfies AnswerSubject;

/** The testing centre names nobody: its answer is about another person when it is to another request. */
function aboutAnother(answer: AnswerBody): object {
  const namesNobody = 'satAt' in answer || 'certificateNumber' in answer;
  return namesNobody ? { requestId: randomUUID() } : { asked: somebodyElse, subject: somebodyElse };
}

/**
 * `json` is cut off in the middle; `schema` has a member nobody agreed on and lacks the rest; the others are
 * whole: `wrong-person` about somebody who was not asked about, `wrong-request` for a request that was never made.
 */
export function answerText(answer: AnswerBody, malformed: Malformed | null = null): string {
  return malformed === null ? JSON.stringify(answer) : distortions[malformed](answer);
}
