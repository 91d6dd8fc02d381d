/** Development only: lets days pass for one case. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CaseAccess } from '../case-access';
import type { FastForward } from '../fast-forward';
import { CaseId, CaseParams, exact, Instant } from '../schemas/fields';
import { problems } from '../schemas/problem';

type Deps = { fastForward: FastForward; access: CaseAccess };

const Days = exact({ days: Type.Integer({ minimum: 1, maximum: 400, description: 'of 24 hours' }) });
const Moved = exact({
  caseId: CaseId,
  from: Instant,
  to: Instant,
  ended: Type.Boolean({ description: 'The life of the case was over before the days were' }),
});

export function developmentRoutes({ fastForward, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/cases/:caseId/fast-forward',
      {
        schema: {
          operationId: 'fastForward',
          summary: 'Let days pass for this case alone',
          params: CaseParams,
          body: Days,
          response: { 200: Moved, ...problems },
        },
        config: { permission: 'time:move', audit: 'time-moved' },
      },
      async ({ actor, body, params }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        return { caseId, ...(await fastForward(caseId, body.days)) };
      },
    );
  };
}
