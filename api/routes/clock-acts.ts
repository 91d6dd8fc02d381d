/** Acts on the clock of a case: an officer stops it, a supervisor extends it, an operator moves its calendar. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CalendarChange, ClockExtension, ClockResumption, ClockStop } from '../schemas/clock-acts';
import { CaseParams } from '../schemas/fields';

export function clockActRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/clock/stop',
      {
        schema: {
          operationId: 'stopClock',
          summary: 'Stop the clocks of the state on a ground of the law',
          params: CaseParams,
          headers: ActHeaders,
          body: ClockStop,
          response: actAnswers,
        },
        config: { permission: 'case:stop', audit: 'clock-stopped' },
      },
      (request, reply) =>
        act('stopClock', { request, reply }, ({ words }) => ({
          reason: request.body.reason,
          text: words(request.body.text),
        })),
    );

    app.post(
      '/clock/resume',
      {
        schema: {
          operationId: 'resumeClock',
          summary: 'Let the clocks run again',
          params: CaseParams,
          headers: ActHeaders,
          body: ClockResumption,
          response: actAnswers,
        },
        config: { permission: 'case:resume', audit: 'clock-resumed' },
      },
      (request, reply) =>
        act('resumeClock', { request, reply }, ({ words }) => ({ text: words(request.body.text) })),
    );

    app.post(
      '/clock/extension',
      {
        schema: {
          operationId: 'extendClock',
          summary: 'Extend the term, with the reason',
          params: CaseParams,
          headers: ActHeaders,
          body: ClockExtension,
          response: actAnswers,
        },
        config: { permission: 'case:extend', audit: 'clock-extended' },
      },
      (request, reply) =>
        act('extendClock', { request, reply }, ({ words }) => ({
          days: request.body.days,
          text: words(request.body.text),
        })),
    );

    app.post(
      '/calendar',
      {
        schema: {
          operationId: 'adoptCalendar',
          summary: 'Move the case to a later calendar of working days',
          params: CaseParams,
          headers: ActHeaders,
          body: CalendarChange,
          response: actAnswers,
        },
        config: { permission: 'clock:calendar', audit: 'calendar-adopted' },
      },
      (request, reply) => act('adoptCalendar', { request, reply }, () => request.body),
    );
  };
}
