/** What agencies found, when it is not plainly clear: a caseworker judges it or asks again. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { prepareText } from '../../db/desk/texts';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { actAnswers, ActHeaders } from '../schemas/act';
import { AgencyQuestion, FindingJudgement, FindingParams } from '../schemas/office';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function findingRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/findings/:check/judgement',
      {
        schema: {
          operationId: 'judgeFinding',
          summary: 'Say what a finding means for the case',
          params: FindingParams,
          headers: ActHeaders,
          body: FindingJudgement,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'finding-judged' },
      },
      async ({ actor, body, headers, params: { check, caseId: spokenId } }, reply) => {
        const caseId = await access.getKnownId(actor, spokenId);
        const reason = prepareText(caseId, body.reason);
        const answer = await casework.act('judgeFinding', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { check, ...body },
          data: { check, judgement: body.judgement, reason: reason.ref },
          alongside: reason.keepInTx,
        });
        return replyAct(reply, caseId, answer);
      },
    );

    app.post(
      '/findings/:check/question',
      {
        schema: {
          operationId: 'askAgencyAgain',
          summary: 'Ask the agency once more',
          params: FindingParams,
          headers: ActHeaders,
          body: AgencyQuestion,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'agency-asked-again' },
      },
      async ({ actor, body, headers, params: { check, caseId: spokenId } }, reply) => {
        const caseId = await access.getKnownId(actor, spokenId);
        const reason = prepareText(caseId, body.reason);
        const answer = await casework.act('askAgencyAgain', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { check, ...body },
          data: { check, reason: reason.ref },
          alongside: reason.keepInTx,
        });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}
