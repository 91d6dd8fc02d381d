/** What an operator must look at, and the word by which he clears it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { clearAlarmInTx } from '../../db/desk/alarms';
import type { Reads } from '../../db/reads/reads';
import { readAlarmCursor, writeAlarmCursor } from '../alarm-cursor';
import type { AppDependencies } from '../dependencies';
import { Problem } from '../problems';
import { ActHeaders } from '../schemas/act';
import { AlarmList, AlarmParams, AlarmsQuery, clearAnswers, ClearOrder } from '../schemas/alarms';
import { problems } from '../schemas/problem';
import { viewAlarm } from '../views/alarm-view';

type Deps = Pick<AppDependencies, 'casework'> & { reads: Reads };

export function alarmRoutes({ casework, reads }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '',
      {
        schema: {
          operationId: 'listAlarms',
          summary: 'What must be looked at, the newest first: what, of which case, since when, how often',
          querystring: AlarmsQuery,
          response: { 200: AlarmList, ...problems },
        },
        config: { permission: 'alarm:read', audit: 'alarms-read' },
      },
      async ({ query: { cursor, limit, show } }) => {
        const after = cursor === undefined ? null : readAlarmCursor(cursor);
        const rows = await reads.listAlarms({ show, after, limit: limit + 1 });
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        return {
          alarms: page.map(viewAlarm),
          next: rows.length > limit && last !== undefined ? writeAlarmCursor(last.id) : null,
        };
      },
    );

    app.post(
      '/:alarm/clear',
      {
        schema: {
          operationId: 'clearAlarm',
          summary: 'Say that this alarm is seen to; the same fault is an alarm anew',
          params: AlarmParams,
          headers: ActHeaders,
          body: ClearOrder,
          response: clearAnswers,
        },
        config: { permission: 'alarm:clear', audit: 'alarm-cleared' },
      },
      async ({ actor, headers, params: { alarm }, body: { reason } }) => {
        if (!(await reads.hasAlarm(alarm))) throw new Problem('not-found');
        const { number, answer } = await casework.atHouse('clearAlarm', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { alarm, reason },
          work: async (tx) => {
            const at = await clearAlarmInTx(tx, { alarm, actor, reason });
            if (at === undefined) throw new Problem('alarm-already-cleared');
            return { alarm, at };
          },
        });
        return { number, ...answer };
      },
    );
  };
}
