/** Whether the process lives, and whether it can do its work. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AppDependencies } from '../dependencies';
import { Problem } from '../problems';
import { exact } from '../schemas/fields';
import { problems } from '../schemas/problem';

const Health = exact({ status: Type.Literal('ok') });

export function healthRoutes({ ready }: Pick<AppDependencies, 'ready'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/live',
      {
        schema: {
          operationId: 'isLive',
          summary: 'Whether the process lives',
          response: { 200: Health, ...problems },
        },
        config: { permission: 'public', audit: 'health-read' },
      },
      async () => ({ status: 'ok' as const }),
    );

    app.get(
      '/ready',
      {
        schema: {
          operationId: 'isReady',
          summary: 'Whether it can do its work now',
          response: { 200: Health, ...problems },
        },
        config: { permission: 'public', audit: 'health-read' },
      },
      async () => {
        await ready().catch((cause: unknown) => {
          throw new Problem('service-unavailable', { cause });
        });
        return { status: 'ok' as const };
      },
    );
  };
}
