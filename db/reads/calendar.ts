/** Cases and the calendar that counts for them: who is still on an earlier one, and whose date moved. */
import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { MovedEnd } from '../../domain/events/clock';
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
/** Records that did not tell every end yet have the due date alone. */
const moved = sql<MovedEnd[]>`coalesce(${caseEvents.data}->'moved', '[]')`;
const anyMoved = sql`jsonb_array_length(${moved}) > 0`;

export function createCalendarReads(db: Database) {
  return {
    /** Cases that go on, on one of these calendars, by id. */
    async listCasesOnCalendars(versions: readonly string[], { after, limit }: Page) {
      const onThese = inArray(cases.calendar, [...versions]);
      return db
        .select({ caseId: cases.caseId, calendar: cases.calendar })
        .from(cases)
        .where(and(isNull(cases.overAt), onThese, gt(cases.caseId, after)))
        .orderBy(asc(cases.caseId))
        .limit(limit);
    },

    /** Cases for which adopting this calendar moved the due date or any other end, by id; ISO instants, null for no end. */
    async listMovedDates(version: string, { after, limit }: Page) {
      const isMove = and(eq(caseEvents.type, 'calendar-adopted'), eq(adopted, version));
      return db
        .select({ caseId: caseEvents.caseId, before: dueBefore, after: dueAfter, ends: moved })
        .from(caseEvents)
        .where(
          and(
            isMove,
            or(sql`${dueBefore} IS DISTINCT FROM ${dueAfter}`, anyMoved),
            gt(caseEvents.caseId, after),
          ),
        )
        .orderBy(asc(caseEvents.caseId))
        .limit(limit);
    },
  };
}
