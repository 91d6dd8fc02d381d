/** Answers of agencies that come later: the signature is checked over the bytes before anything is read. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type TSchema } from 'typebox';
import { callbackChecks } from '../../domain/agencies';
import { letters, letterSchemas, type LetterKind, type NewsVerb } from '../../domain/letters';
import { createCallbackDesk } from '../callback-desk';
import type { AppDependencies } from '../dependencies';
import { callbackAnswers, CallbackHeaders, CallbackParams, signatureHeader } from '../schemas/callback';
import { compileShapeButNotBody } from '../shape-checks';

type Deps = Pick<AppDependencies, 'casework' | 'verifyCallback'>;

interface Door {
  path: string;
  /** Undefined: the path names the check whose letter it is. */
  kind?: LetterKind;
  operationId: NewsVerb;
  summary: string;
  body: TSchema;
}

const doors: Door[] = [
  {
    ...doorOf('test-result'),
    summary: 'The result of a language test; one for an unknown or finished case is kept',
  },
  {
    ...doorOf('certificate-confirmation'),
    summary: 'What the testing centre says of a certificate that was presented',
  },
  {
    path: '/:agency',
    operationId: 'receiveAgencyAnswer',
    summary: 'The answer of an agency to a check; one for an unknown or finished case is kept',
    body: Type.Union(callbackChecks.map((check) => letterSchemas[check])),
  },
];

function doorOf(kind: 'test-result' | 'certificate-confirmation') {
  const { path, verb: operationId } = letters[kind];
  return { path, kind, operationId, body: letterSchemas[kind] };
}

export function callbackRoutes(deps: Deps): FastifyPluginAsyncTypebox {
  const takeDelivery = createCallbackDesk(deps);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);

    for (const { path, kind, operationId, summary, body: shape } of doors) {
      app.post(
        path,
        {
          validatorCompiler: compileShapeButNotBody,
          schema: {
            operationId,
            summary,
            ...(kind === undefined && { params: CallbackParams }),
            headers: CallbackHeaders,
            body: shape,
            response: callbackAnswers,
          },
          config: { permission: 'agency-signature', audit: 'callback-received' },
        },
        async ({ body, headers, params }, reply) => {
          const rawBody: unknown = body;
          const bytes = Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
          const named = kind ?? (params as CallbackParams).agency;
          const taken = await takeDelivery(named, headers[signatureHeader], bytes);
          reply.code(202);
          return taken;
        },
      );
    }
  };
}
