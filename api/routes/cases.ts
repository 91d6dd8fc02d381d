/** A whole case on the caseworker's desk. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import { gatherCase } from '../case-sources';
import { caseInstant } from '../case-time';
import { CaseView } from '../schemas/case';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { viewCase } from '../views/case-view';

export function caseRoutes({
  reads,
  access,
}: {
  reads: Reads;
  access: CaseAccess;
}): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '',
      {
        schema: {
          operationId: 'getCase',
          summary: 'The whole case, with evidence and what the reader can do now',
          params: CaseParams,
          response: { 200: CaseView, ...problems },
        },
        config: { permission: 'case:read', audit: 'case-read' },
      },
      async ({ actor, heldRoles, params }) => {
        const row = await access.getCase(actor, params.caseId);
        const { employerId } = row.file.permit ?? {};
        const delegation = employerId ? await reads.findDelegation(employerId, actor.id) : null;
        const reader = { id: actor.id, roles: heldRoles, delegation };
        return viewCase(await gatherCase(reads, row), reader, caseInstant(row));
      },
    );
  };
}
