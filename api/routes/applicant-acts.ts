/** What an applicant does besides filling in the form. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { prepareText } from '../../db/desk/texts';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { actAnswers, ActHeaders } from '../schemas/act';
import { Withdrawal } from '../schemas/application';
import { CaseParams, exact, nullable } from '../schemas/fields';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function applicantActRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/language-test',
      {
        schema: {
          operationId: 'bookLanguageTest',
          summary: 'Book the next attempt at the language test',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(exact({})),
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'language-test-booked' },
      },
      async ({ actor, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const idempotencyKey = headers['idempotency-key'];
        const entry = { caseId, actor, idempotencyKey, body: {}, data: {} };
        return replyAct(reply, caseId, await casework.act('bookLanguageTest', entry));
      },
    );

    app.post(
      '/withdrawal',
      {
        schema: {
          operationId: 'withdrawApplication',
          summary: 'Take the application back, with or without a reason',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(Withdrawal),
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'application-withdrawn' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const reason = body?.reason === undefined ? null : prepareText(caseId, body.reason);
        const answer = await casework.act('withdrawApplication', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: body ?? {},
          data: { reason: reason && reason.ref },
          ...(reason && { alongside: reason.keepInTx }),
        });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}
