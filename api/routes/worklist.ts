/** What is to be done in the office, by whom, until when. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { Role } from '../../domain/roles';
import type { TaskName } from '../../policy/tasks';
import { problems } from '../schemas/problem';
import { Worklist, WorklistQuery } from '../schemas/worklist';
import { readCursor, writeCursor } from '../worklist-cursor';

export function worklistRoutes({ reads }: { reads: Reads }): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/worklist',
      {
        schema: {
          operationId: 'listWorklist',
          summary: 'Open tasks of all cases',
          querystring: WorklistQuery,
          response: { 200: Worklist, ...problems },
        },
        config: { permission: 'worklist:read', audit: 'worklist-read' },
      },
      async ({ actor, query }) => {
        const { cursor, limit, sort, order, assignee, ...filters } = query;
        const rows = await reads.listTasks({
          filters: { ...filters, assignee: assignee === 'me' ? actor.id : assignee },
          sort,
          order,
          after: cursor === undefined ? null : readCursor(query, cursor),
          limit: limit + 1,
        });
        const tasks = rows.slice(0, limit);
        const last = tasks.at(-1);
        const next = rows.length > limit && last !== undefined ? writeCursor(query, last.place) : null;
        return { tasks: tasks.map(asTask), next };
      },
    );
  };
}

/** The names are the policy's own: it wrote the row. */
function asTask<T extends { task: string; ownerRole: string }>(row: T) {
  return { ...row, task: row.task as TaskName, ownerRole: row.ownerRole as Role };
}
