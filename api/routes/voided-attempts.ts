/** An attempt to prove the language that the testing centre never answered: taken back, so that another can be made. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Voiding } from '../schemas/office';

export function voidedAttemptRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/language-proof/void',
      {
        schema: {
          operationId: 'voidAttempt',
          summary: 'Take back an attempt or a certificate that the testing centre never answered',
          params: CaseParams,
          headers: ActHeaders,
          body: Voiding,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'attempt-voided' },
      },
      (request, reply) =>
        act('voidAttempt', { request, reply }, ({ words }) => ({ reason: words(request.body.reason) })),
    );
  };
}
