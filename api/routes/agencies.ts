/** What an operator sees of the agencies, and the orders by which one is left alone for a while. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { orderHoldInTx } from '../../db/desk/agency-holds';
import type { Reads } from '../../db/reads/reads';
import { agencyNames } from '../../domain/agencies';
import type { HoldAct } from '../../domain/agency-lines';
import type { HouseVerb } from '../../domain/verbs';
import type { AuditName } from '../audit-names';
import type { AppDependencies } from '../dependencies';
import { Problem } from '../problems';
import { ActHeaders } from '../schemas/act';
import { AgencyList, AgencyParams, holdAnswers, HoldOrder } from '../schemas/agencies';
import { problems } from '../schemas/problem';
import { viewAgency } from '../views/agency-view';

type Deps = Pick<AppDependencies, 'casework'> & { reads: Reads };

interface Order {
  path: string;
  operationId: HouseVerb;
  summary: string;
  audit: AuditName;
  act: HoldAct;
}

const orders: Order[] = [
  {
    path: '/:agency/hold',
    operationId: 'holdAgency',
    summary: 'Ask this agency nothing until it is released',
    audit: 'agency-held',
    act: 'held',
  },
  {
    path: '/:agency/release',
    operationId: 'releaseAgency',
    summary: 'Let this agency be asked again',
    audit: 'agency-released',
    act: 'released',
  },
];

export function agencyRoutes({ casework, reads }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '',
      {
        schema: {
          operationId: 'listAgencies',
          summary: 'Every agency: how its line stands, what came of the last hour, how many cases wait',
          response: { 200: AgencyList, ...problems },
        },
        config: { permission: 'agency:run', audit: 'agencies-read' },
      },
      async () => {
        const now = new Date().toISOString();
        const rows = await reads.listAgencies(agencyNames);
        return { agencies: rows.map((row) => viewAgency(row, now)) };
      },
    );

    for (const { path, operationId, summary, audit, act } of orders) {
      app.post(
        path,
        {
          schema: {
            operationId,
            summary,
            params: AgencyParams,
            headers: ActHeaders,
            body: HoldOrder,
            response: holdAnswers,
          },
          config: { permission: 'agency:run', audit },
        },
        async ({ actor, headers, params: { agency }, body: { reason } }) => {
          const { number, answer } = await casework.atHouse(operationId, {
            actor,
            idempotencyKey: headers['idempotency-key'],
            body: { agency, reason },
            work: async (tx) => {
              const at = await orderHoldInTx(tx, { agency, act, actor, reason });
              if (at === undefined)
                throw new Problem(act === 'held' ? 'agency-already-held' : 'agency-not-held');
              return { agency, act, at };
            },
          });
          return { number, ...answer };
        },
      );
    }
  };
}
