/** The door for requests: ordered failures first, then the request is written down, then replied to. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Office } from './office';
import { Problem } from './problem';
import { replyAccepted, replyAnswer, type Asking } from './replies';
import { writeDown } from './write-down';

/** Adds `POST /requests` to the agency's server. */
export function addRequestDoor(app: FastifyInstance, office: Office): void {
  const { trade, behaviours } = office;
  app.post('/requests', { schema: { body: trade.request } }, async (request: Asking, reply) => {
    const asked = request.body;
    if (request.headers['idempotency-key'] !== asked.requestId) {
      throw new Problem(400, 'idempotency-key-mismatch', 'Idempotency-Key must be the requestId');
    }
    const ordered = behaviours.take('errors', asked);
    if (ordered)
      throw new Problem(ordered.status, 'ordered-error', 'an error, as ordered at the control door');
    if (behaviours.take('cutConnection', asked)) return hangUp(request, reply);

    const known = await writeDown(office, asked);
    if (behaviours.take('timeoutAfterActing', asked)) return neverReply(office, request, reply);
    return trade.byCallback ? replyAccepted(office, known, reply) : replyAnswer(office, request, reply);
  });
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
