/** A complaint in the office: satisfied at once, or decided by somebody who had no part in the case. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { ComplaintDecision, Satisfaction } from '../schemas/office';

export function complaintRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/complaint/satisfaction',
      {
        schema: {
          operationId: 'satisfyComplaint',
          summary: 'Satisfy the complaint before it is forwarded, and set the decision aside',
          params: CaseParams,
          headers: ActHeaders,
          body: Satisfaction,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'complaint-satisfied' },
      },
      (request, reply) =>
        act('satisfyComplaint', { request, reply }, ({ words }) => ({
          returnTo: request.body.returnTo,
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/complaint/decision',
      {
        schema: {
          operationId: 'decideComplaint',
          summary: 'Decide the complaint',
          params: CaseParams,
          headers: ActHeaders,
          body: ComplaintDecision,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'complaint-decided' },
      },
      (request, reply) =>
        act('decideComplaint', { request, reply }, ({ words }) => ({
          ...verdictOf(request.body),
          reason: words(request.body.reason),
        })),
    );
  };
}

function verdictOf({ outcome, returnTo }: Static<typeof ComplaintDecision>) {
  if (outcome === 'rejected' && returnTo !== null) {
    throw invalidInput('/returnTo', 'not-allowed', 'what is rejected goes back nowhere');
  }
  return { outcome, returnTo };
}
