/** What an operator asks while a new calendar is adopted: which cases are left, and whose date moved. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import { findCalendarsBefore } from '../../policy/clock/calendars';
import { readCaseCursor, writeCaseCursor } from '../case-cursor';
import { Problem } from '../problems';
import { CalendarParams, CalendarQuery, CasesToMove, MovedDates } from '../schemas/calendar';
import { problems } from '../schemas/problem';

export function calendarRoutes({ reads }: { reads: Reads }): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/cases',
      {
        schema: {
          operationId: 'listCasesToMove',
          summary: 'Cases that go on and are still on an earlier calendar',
          params: CalendarParams,
          querystring: CalendarQuery,
          response: { 200: CasesToMove, ...problems },
        },
        config: { permission: 'clock:calendar', audit: 'calendar-cases-read' },
      },
      async ({ params: { version }, query }) => {
        const earlier = getCalendarsBefore(version);
        const { page, next } = await readPage(query, (asked) => reads.listCasesOnCalendars(earlier, asked));
        return { cases: page, next };
      },
    );

    app.get(
      '/moves',
      {
        schema: {
          operationId: 'listMovedDates',
          summary:
            'Cases whose due date or any other end moved when they adopted this calendar, with each end that did',
          params: CalendarParams,
          querystring: CalendarQuery,
          response: { 200: MovedDates, ...problems },
        },
        config: { permission: 'clock:calendar', audit: 'calendar-moves-read' },
      },
      async ({ params: { version }, query }) => {
        getCalendarsBefore(version);
        const { page, next } = await readPage(query, (asked) => reads.listMovedDates(version, asked));
        return { moves: page, next };
      },
    );
  };
}

function getCalendarsBefore(version: string): string[] {
  const earlier = findCalendarsBefore(version);
  if (earlier === undefined) throw new Problem('calendar-unknown');
  return earlier;
}

/** One more than the page is read, to know whether there is a next one. */
async function readPage<Row extends { caseId: string }>(
  { limit, cursor }: { limit: number; cursor?: string },
  read: (page: { after: string; limit: number }) => Promise<Row[]>,
): Promise<{ page: Row[]; next: string | null }> {
  const after = cursor === undefined ? '' : readCaseCursor(cursor);
  const rows = await read({ after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? writeCaseCursor(last.caseId) : null };
}
