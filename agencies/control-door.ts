/** The control door: look at what an agency has been asked, tell it how to behave, make it speak. */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import type { Office } from './office';
import { answerNow, answerNowSchema, type AnswerNow } from './answer-now';
import { CallbackBehaviour, ReplyBehaviour, type Behaviour } from './behaviour';
import { ContradictNow, contradictNow } from './contradict-now';
import type { KnownRequest } from './request-book';

/** Adds `/control` and, below it, `behaviour`, `answer-now` and `contradict-now` to the agency's server. */
export function addControlDoor(app: FastifyInstance, office: Office): void {
  const { trade, book, behaviours } = office;
  const show = () => ({ agency: trade.name, behaviours: behaviours.all() });

  app.get('/control', () => {
    const requests = book.all();
    return {
      ...show(),
      pending: requests.filter(({ answeredAt }) => answeredAt === null).map(showRequest),
      answered: requests.filter(({ answeredAt }) => answeredAt !== null).map(showRequest),
    };
  });

  const behaviour = trade.byCallback ? CallbackBehaviour : ReplyBehaviour;
  app.put<{ Body: Behaviour }>('/control/behaviour', { schema: { body: behaviour } }, ({ body }) => {
    behaviours.put(body);
    return show();
  });
  app.delete('/control/behaviour', () => {
    behaviours.clear();
    return show();
  });

  const body = answerNowSchema(trade.name);
  app.post<{ Body: AnswerNow }>('/control/answer-now', { schema: { body } }, (request) =>
    answerNow(office, request.body),
  );
  app.post<{ Body: Static<typeof ContradictNow> }>(
    '/control/contradict-now',
    { schema: { body: ContradictNow } },
    (request) => contradictNow(office, request.body),
  );
}

function showRequest({
  requestId,
  person,
  reference,
  receivedAt,
  answeredAt,
  answer,
  letters,
}: KnownRequest) {
  const { passportNumber } = person;
  return { requestId, passportNumber, reference, receivedAt, answeredAt, answer, letters };
}
