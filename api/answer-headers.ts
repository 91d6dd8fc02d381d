/** What every answer tells a browser that got hold of it: take it for nothing else, show it nowhere, send it nowhere. */
import type { FastifyInstance } from 'fastify';

/** OWASP's REST headers; the pages for people have their own, wider policy. */
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function addAnswerHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', ({ routeOptions: { config } }, reply, done) => {
    if (config.audit !== 'documentation-read') reply.headers(headers);
    done();
  });
}
