/** The bare server every neighbour stands on: strict about what comes in, plain about what went wrong. */
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify';
import { Problem } from './problem';

export interface ServerOptions {
  name: string;
  logger?: FastifyServerOptions['logger'];
}

/** Unknown members and wrong types are refused, never repaired; every error is `application/problem+json`. */
export function createServer({ name, logger = false }: ServerOptions): FastifyInstance {
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: 64 * 1024,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });

  app.setErrorHandler<FastifyError | Problem>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const code = error instanceof Problem ? error.code : status < 500 ? 'invalid-request' : 'agency-trouble';
    const detail = status < 500 || error instanceof Problem ? error.message : 'something went wrong here';
    if (error instanceof Problem && error.retryAfterSeconds !== undefined)
      reply.header('retry-after', error.retryAfterSeconds);
    return reply.code(status).type('application/problem+json').send({ title: detail, status, code });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send({ title: 'there is nothing here', status: 404, code: 'not-found' }),
  );
  app.get('/health', () => ({ status: 'ok', name }));
  return app;
}
