/** Cases and the calendar that counts for them: who is still on an earlier one, and whose date moved. */
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../connect';
import { caseEvents, cases } from '../schema';

interface Page {
  /** The last case of the page before; empty for the first page. */
  after: string;
  limit: number;
}

const adopted = sql`${caseEvents.data}->>'calendar'`;
const dueBefore = sql<string | null>`${caseEvents.data}->>'dueBefore'`;
const dueAfter = sql<string | null>`${caseEvents.data}->>'dueAfter'`;

export function createCalendarReads(db: Database) {
  return {
    /** Cases that go on, on one of these calendars, by id. */
    async listCasesOnCalendars(versions: readonly string[], { after, limit }: Page) {
      const onThese = inArray(cases.calendar, [...versions]);
      return db
        .select({ id: cases.caseId, calendar: cases.calendar })
        .from(cases)
        .where(and(isNull(cases.overAt), onThese, gt(cases.caseId, after)))
        .orderBy(asc(cases.caseId))
        .limit(limit);
    },

    /** Cases for which adopting this calendar moved a due date, by id; ISO instants, null for no end. */
    async listMovedDates(version: string, { after, limit }: Page) {
      const isMove = and(eq(caseEvents.type, 'calendar-adopted'), eq(adopted, version));
      return db
        .select({ id: caseEvents.caseId, before: dueBefore, after: dueAfter })
        .from(caseEvents)
        .where(and(isMove, sql`${dueBefore} IS DISTINCT FROM ${dueAfter}`, gt(caseEvents.caseId, after)))
        .orderBy(asc(caseEvents.caseId))
        .limit(limit);
    },
  };
}
