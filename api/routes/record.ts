/** The record of a case, for whoever must prove what happened. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import { EventPage, EventsQuery } from '../schemas/audit';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';

type Deps = { reads: Reads; access: CaseAccess };

export function recordRoutes({ reads, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/events',
      {
        schema: {
          operationId: 'getCaseEvents',
          summary: 'The legal record, in its order, with the chain of hashes',
          params: CaseParams,
          querystring: EventsQuery,
          response: { 200: EventPage, ...problems },
        },
        config: { permission: 'record:read', audit: 'events-read' },
      },
      async ({ actor, params, query: { after, limit } }) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const found = await reads.listEvents(caseId, after, limit + 1);
        const events = found.slice(0, limit);
        return { caseId, events, next: found.length > limit ? (events.at(-1)?.seq ?? null) : null };
      },
    );
  };
}
