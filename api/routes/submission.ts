/** Handing the form in: complete, with its documents, in the version that the applicant has before him. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { submitForm } from '../form-desk';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Submission } from '../schemas/form';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function submissionRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/form/submission',
      {
        schema: {
          operationId: 'submitForm',
          summary: 'Hand the form in; every fault is named at once',
          params: CaseParams,
          headers: ActHeaders,
          body: Submission,
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'form-submitted' },
      },
      async ({ actor, body: { version }, headers, papers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const idempotencyKey = headers['idempotency-key'];
        const answer = await submitForm(casework, { caseId, actor, idempotencyKey, version, papers });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}
