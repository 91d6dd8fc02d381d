/** An act found again under its number, by whoever did it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { isoInstant } from '../../db/reads/cases';
import type { AccountVerb, HouseVerb, Verb } from '../../domain/verbs';
import type { AppDependencies } from '../dependencies';
import { Problem } from '../problems';
import { ActParams, RegisteredAct } from '../schemas/act';
import { problems } from '../schemas/problem';

export function actRoutes({ casework }: Pick<AppDependencies, 'casework'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/:number',
      {
        schema: {
          operationId: 'getAct',
          summary: 'What became of an act',
          params: ActParams,
          response: { 200: RegisteredAct, ...problems },
        },
        config: { permission: 'act:read', audit: 'own-act-read' },
      },
      async ({ actor, params }) => {
        const act = await casework.findAct(params.number);
        if (
          act === undefined ||
          act.actorId !== actor.id ||
          act.actorRole === 'agency' ||
          act.actorRole === 'service'
        ) {
          throw new Problem('not-found');
        }
        const { number, caseId, state, answer } = act;
        return {
          number,
          caseId,
          verb: act.verb as Verb | HouseVerb | AccountVerb,
          state,
          answer: answer ?? null,
          receivedAt: isoInstant(act.receivedAt),
          effectiveAt: isoInstant(act.effectiveAt),
        };
      },
    );
  };
}
