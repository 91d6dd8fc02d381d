/** Limits and manners of the HTTP server. */
import { randomUUID } from 'node:crypto';
import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { replyProblem } from './problem-replies';
import { refuseRaw } from './raw-problems';

export const largestBody = 256 * 1024;
export const largestDocument = 10 * 1024 * 1024;

/** A request's id is the reference that its problem carries. */
export function serverOptions(logger: FastifyServerOptions['logger']) {
  return {
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: largestBody,
    requestTimeout: 60_000,
    frameworkErrors: (error, request, reply) => {
      replyProblem(error, request, reply);
    },
    clientErrorHandler(this: FastifyInstance, error, socket) {
      const reference = refuseRaw(error, socket);
      this.log.info({ reference, code: error.code }, 'unreadable');
    },
  } satisfies FastifyServerOptions;
}
