/** Answers of agencies that come later: the signature is checked over the bytes before anything is read. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { CallbackAgency } from '../../domain/agencies';
import { agencyAnswerSchemas } from '../../domain/agency-answers';
import { createCallbackDesk } from '../callback-desk';
import type { AppDependencies } from '../dependencies';
import { callbackAnswers, CallbackHeaders, signatureHeader } from '../schemas/callback';
import { compileShapeButNotBody } from '../shape-checks';

type Deps = Pick<AppDependencies, 'casework' | 'verifyCallback'>;

const doors = [
  { path: '/testing-centre', agency: 'testing-centre', operationId: 'receiveTestResult' },
  { path: '/criminal-registry', agency: 'criminal-registry', operationId: 'receiveAgencyAnswer' },
] as const satisfies { path: string; agency: CallbackAgency; operationId: string }[];

export function callbackRoutes(deps: Deps): FastifyPluginAsyncTypebox {
  const takeDelivery = createCallbackDesk(deps);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);

    for (const { path, agency, operationId } of doors) {
      app.post(
        path,
        {
          validatorCompiler: compileShapeButNotBody,
          schema: {
            operationId,
            summary: `An answer of the ${agency}; one for an unknown or finished case is kept`,
            headers: CallbackHeaders,
            body: agencyAnswerSchemas[agency],
            response: callbackAnswers,
          },
          config: { permission: 'agency-signature', audit: 'callback-received' },
        },
        async ({ body, headers }, reply) => {
          const rawBody: unknown = body;
          const bytes = Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
          const taken = await takeDelivery(agency, headers[signatureHeader], bytes);
          reply.code(202);
          return taken;
        },
      );
    }
  };
}
