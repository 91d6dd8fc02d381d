/** Who of the office works on a case. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Assignment } from '../schemas/office';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function assignmentRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/assignment',
      {
        schema: {
          operationId: 'assignCase',
          summary: 'Give the case to a caseworker',
          params: CaseParams,
          headers: ActHeaders,
          body: Assignment,
          response: actAnswers,
        },
        config: { permission: 'case:assign', audit: 'case-assigned' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const { caseId, applicantId } = await access.getPosition(actor, params.caseId);
        if (body.assignee === applicantId)
          throw invalidInput('/assignee', 'not-allowed', 'nobody works on his own application');
        const idempotencyKey = headers['idempotency-key'];
        const answer = await casework.act('assignCase', { caseId, actor, idempotencyKey, body, data: body });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}
