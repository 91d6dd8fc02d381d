/** Who of the office works on a case. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Assignment } from '../schemas/office';

export function assignmentRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/assignment',
      {
        schema: {
          operationId: 'assignCase',
          summary: 'Give the case to a caseworker, who is not its applicant',
          params: CaseParams,
          headers: ActHeaders,
          body: Assignment,
          response: actAnswers,
        },
        config: { permission: 'case:assign', audit: 'case-assigned' },
      },
      (request, reply) => act('assignCase', { request, reply }, () => request.body),
    );
  };
}
