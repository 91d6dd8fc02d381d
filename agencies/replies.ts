/** What an agency replies to a request: the answer itself, or that it will come. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from './office';
import { answerText } from './answer-text';
import { chance } from './chance';
import { contradicting } from './follow-ups';
import type { KnownRequest } from './request-book';
import { keepsSilent } from './silence';
import type { AskedRequest } from './trade';

export type Asking = FastifyRequest<{ Body: AskedRequest }>;

/** 202 with our reference, and where the answer will tell of a sitting, when that is. */
export async function replyAccepted(office: Office, known: KnownRequest, reply: FastifyReply) {
  await takeTime(office, known);
  const { requestId, reference, answer } = known;
  return reply.code(202).send({ requestId, reference, ...('satAt' in answer && { sitsAt: answer.satAt }) });
}

/** 200 with the answer; a silent agency keeps the caller waiting until it is told to speak. */
export async function replyAnswer(office: Office, request: Asking, reply: FastifyReply) {
  const { trade, book, behaviours, waitingRoom } = office;
  const { requestId } = request.body;
  if (keepsSilent(office, book.get(requestId)) && !(await waitingRoom.wait(requestId, request))) {
    return reply.hijack();
  }
  const known = book.get(requestId);
  if (known.answeredAt === null) await book.change(requestId, { answeredAt: new Date().toISOString() });
  await takeTime(office, known);
  const { malformed, contradiction } = behaviours.behaviourFor(known);
  const isSecond = contradiction === true && known.answeredAt !== null;
  const answer = isSecond ? contradicting(trade, known.answer) : known.answer;
  return reply.type('application/json').send(answerText(answer, malformed));
}

async function takeTime({ trade, behaviours, seed }: Office, known: KnownRequest): Promise<void> {
  const jitterMs = trade.latencyJitterMs * chance(seed, known.requestId);
  const { latencyMs = trade.latencyMs + jitterMs } = behaviours.behaviourFor(known);
  if (latencyMs > 0) await sleep(latencyMs, undefined, { ref: false });
}
