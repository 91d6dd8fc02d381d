/** Filing for a temporary permit. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readPermitFiling } from '../../policy/filing';
import { replyAct } from '../act-replies';
import type { AppDependencies } from '../dependencies';
import { getFiled, prepareOpening } from '../opening';
import { ActDone, ActHeaders, ActPending } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import { NewPermitApplication } from '../schemas/permit';
import { problems } from '../schemas/problem';

type Deps = Pick<AppDependencies, 'casework' | 'filingDate'>;

export function permitRoutes({ casework, filingDate }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/permits',
      {
        schema: {
          operationId: 'openPermitApplication',
          summary:
            'Begin an application for a temporary permit; the registers of the state fill in what they know',
          headers: ActHeaders,
          body: NewPermitApplication,
          response: {
            201: withHeaders(ActDone, 'Location'),
            202: withHeaders(ActPending, 'Location'),
            ...problems,
          },
        },
        config: { permission: 'application:file', audit: 'application-opened' },
      },
      async ({ actor, body, headers }, reply) => {
        const { filing, purpose, region, person, contact } = body;
        const filedOn = filingDate();
        const opening = { person, contact, filedOn, acceptLanguage: headers['accept-language'] };
        const { caseId, data, alongside } = prepareOpening(opening);
        const answer = await casework.open('openPermitApplication', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          caseId,
          data: {
            kind: 'temporary-permit',
            permit: { filing, purpose, employerId: null },
            region,
            applicantId: actor.id,
            ...data,
            ...getFiled(readPermitFiling(filedOn)),
          },
          alongside,
        });
        if (answer.kind === 'done') reply.code(201).header('location', `/applications/${answer.caseId}`);
        return replyAct(reply, answer.caseId, answer);
      },
    );
  };
}
