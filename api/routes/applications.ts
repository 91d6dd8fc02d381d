/** Opening an application, and the list of one's own. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import { readFiling } from '../../policy/filing';
import { replyAct } from '../act-replies';
import type { AppDependencies } from '../dependencies';
import { getFiled, prepareOpening } from '../opening';
import { ActDone, ActHeaders, ActPending } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import { ApplicationList, NewApplication } from '../schemas/application';
import { problems } from '../schemas/problem';
import { summarise } from '../views/application-view';

const longestList = 100;

export function applicationRoutes(
  deps: Pick<AppDependencies, 'casework' | 'filingDate'> & { reads: Reads },
): FastifyPluginAsyncTypebox {
  const { casework, filingDate, reads } = deps;
  return async (app) => {
    app.post(
      '',
      {
        schema: {
          operationId: 'openApplication',
          summary: 'File for permanent residence in a region of the pilot',
          headers: ActHeaders,
          body: NewApplication,
          response: {
            201: withHeaders(ActDone, 'Location'),
            202: withHeaders(ActPending, 'Location'),
            ...problems,
          },
        },
        config: { permission: 'application:file', audit: 'application-opened' },
      },
      async ({ actor, body, headers }, reply) => {
        const { region, person, contact } = body;
        const filedOn = filingDate();
        const opening = { person, contact, filedOn, acceptLanguage: headers['accept-language'] };
        const { caseId, data, alongside } = prepareOpening(opening);
        const answer = await casework.open('openApplication', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          caseId,
          data: async () => {
            const filed = getFiled(readFiling(region, filedOn));
            return { region, applicantId: actor.id, ...data, ...filed };
          },
          alongside,
        });
        if (answer.kind === 'done') reply.code(201).header('location', `/applications/${answer.caseId}`);
        return replyAct(reply, answer.caseId, answer);
      },
    );

    app.get(
      '',
      {
        schema: {
          operationId: 'listMyApplications',
          summary: 'The newest first, at most a hundred',
          response: { 200: ApplicationList, ...problems },
        },
        config: { permission: 'application:list', audit: 'applications-listed' },
      },
      async ({ actor }) => {
        const rows = await reads.listCasesOf(actor.id, longestList);
        return { applications: rows.map(({ file, waitingUntil }) => summarise(file, waitingUntil)) };
      },
    );
  };
}
