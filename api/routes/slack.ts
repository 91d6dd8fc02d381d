/** Which open case cannot wait any longer: for whoever shares the work out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import { slackDaysOf } from '../../policy/slack';
import { caseInstant } from '../case-time';
import { problems } from '../schemas/problem';
import { SlackList, SlackQuery } from '../schemas/slack';
import { readSlackCursor, writeSlackCursor } from '../slack-cursor';

export function slackRoutes({ reads }: { reads: Reads }): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/cases/by-slack',
      {
        schema: {
          operationId: 'listBySlack',
          summary: 'Cases that the office has to go on with, the one that can wait least first',
          querystring: SlackQuery,
          response: { 200: SlackList, ...problems },
        },
        config: { permission: 'slack:read', audit: 'slack-read' },
      },
      async ({ query: { cursor, limit, ...filters } }) => {
        const after = cursor === undefined ? null : readSlackCursor(cursor);
        const rows = await reads.listBySlack({ ...filters, after, limit: limit + 1 });
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        return {
          cases: page.map(viewRow),
          next: rows.length > limit && last !== undefined ? writeSlackCursor(last.place) : null,
        };
      },
    );
  };
}

type Row = Awaited<ReturnType<Reads['listBySlack']>>[number];

function viewRow(row: Row) {
  const { caseId, region, status, assignee, dueAt, latestStartAt, calendar } = row;
  const slackDays = latestStartAt === null ? null : slackDaysOf(latestStartAt, caseInstant(row), calendar);
  return { caseId, region, status, assignee, dueAt, latestStartAt, slackDays };
}
