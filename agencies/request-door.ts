/** The door for requests: ordered failures first, then the request is written down, then replied to. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from './office';
import { Problem } from './problem';
import { replyAccepted, replyAnswer, type Asking } from './replies';
import type { AskedRequest } from './trade';
import { writeDown } from './write-down';

/** Adds `POST /requests` to the agency's server. */
export function addRequestDoor(app: FastifyInstance, office: Office): void {
  const { trade, behaviours } = office;
  app.post('/requests', { schema: { body: trade.request } }, async (request: Asking, reply) => {
    const asked = request.body;
    if (request.headers['idempotency-key'] !== asked.requestId) {
      throw new Problem(400, 'idempotency-key-mismatch', 'Idempotency-Key must be the requestId');
    }
    refuseAsOrdered(office, asked, Date.now());
    if (behaviours.take('cutConnection', asked)) return hangUp(request, reply);

    const known = await writeDown(office, asked);
    if (behaviours.take('timeoutAfterActing', asked)) return neverReply(office, request, reply);
    return trade.byCallback ? replyAccepted(office, known, reply) : replyAnswer(office, request, reply);
  });
}

/** An outage first, then the ceiling, then an error; whoever is refused is not written down. */
function refuseAsOrdered({ behaviours }: Office, asked: AskedRequest, now: number): void {
  const { outage } = behaviours.behaviourFor(asked);
  if (outage && Date.parse(outage.from) <= now && now < Date.parse(outage.until)) {
    const seconds = Math.ceil((Date.parse(outage.until) - now) / 1000);
    throw new Problem(503, 'planned-outage', 'we are away, as announced').comeBackIn(seconds);
  }
  const seconds = behaviours.secondsToWait(asked, now);
  if (seconds > 0) throw new Problem(429, 'asked-too-fast', 'more requests than we take').comeBackIn(seconds);
  const ordered = behaviours.take('errors', asked);
  if (!ordered) return;
  const { status, retryAfterSeconds } = ordered;
  const error = new Problem(status, 'ordered-error', 'an error, as ordered at the control door');
  throw error.comeBackIn(retryAfterSeconds);
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

async function neverReply({ waitingRoom }: Office, request: FastifyRequest, reply: FastifyReply) {
  await waitingRoom.wait(randomUUID(), request);
  return reply.hijack();
}
