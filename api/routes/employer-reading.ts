/** What a delegate sees of his accounts: places, delegates, and where each worker's case stands. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import { employerLimitOn } from '../../policy/permit/employer-limit';
import type { AppDependencies } from '../dependencies';
import { createEmployerAccess } from '../employer-access';
import { Employer, EmployerList, EmployerParams, WorkerList, WorkersQuery } from '../schemas/employer';
import { problems } from '../schemas/problem';
import { viewEmployer, viewWorker } from '../views/employer-view';
import { readWorkerCursor, writeWorkerCursor } from '../worker-cursor';

type Deps = Pick<AppDependencies, 'filingDate'> & { reads: Reads };

export function employerReadingRoutes({ reads, filingDate }: Deps): FastifyPluginAsyncTypebox {
  const access = createEmployerAccess(reads);
  return async (app) => {
    app.get(
      '',
      {
        schema: {
          operationId: 'listMyEmployers',
          summary: 'The accounts for which the caller may act, by name',
          response: { 200: EmployerList, ...problems },
        },
        config: { permission: 'employer:read', audit: 'employers-listed' },
      },
      async ({ actor }) => ({ employers: (await reads.listEmployersOf(actor.id)).map(viewEmployer) }),
    );

    app.get(
      '/:employerId',
      {
        schema: {
          operationId: 'getEmployer',
          summary: 'An account: its places as of today, and who may act for it',
          params: EmployerParams,
          response: { 200: Employer, ...problems },
        },
        config: { permission: 'employer:read', audit: 'employer-read' },
      },
      async ({ actor, params: { employerId } }) => {
        const employer = await access.getEmployer(actor, employerId);
        const today = filingDate();
        const { value: limit, source, confidence } = employerLimitOn(today, employer.bin);
        const places = { limit, source, confidence, ...(await reads.countPlaces(employerId, today)) };
        return { ...viewEmployer(employer), places, delegates: await reads.listDelegates(employerId) };
      },
    );

    app.get(
      '/:employerId/workers',
      {
        schema: {
          operationId: 'listWorkers',
          summary: 'Every case that the account filed and where it stands, the newest first',
          params: EmployerParams,
          querystring: WorkersQuery,
          response: { 200: WorkerList, ...problems },
        },
        config: { permission: 'employer:read', audit: 'workers-read' },
      },
      async ({ actor, params: { employerId }, query: { cursor, limit } }) => {
        await access.getEmployer(actor, employerId);
        const after = cursor === undefined ? null : readWorkerCursor(cursor);
        const rows = await reads.listWorkers({ employerId, after, limit: limit + 1 });
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        return {
          workers: page.map(viewWorker),
          next: rows.length > limit && last !== undefined ? writeWorkerCursor(last.place) : null,
        };
      },
    );
  };
}
