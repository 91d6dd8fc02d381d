/** Cases that the office has to go on with, by how long their work can still wait, the most urgent first. */
import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Region } from '../../domain/regions';
import type { Database } from '../connect';
import { cases, caseTime, tasks } from '../schema';
import { isoInstant } from './cases';

/** The place after which a page begins. */
export type SlackPlace = readonly [key: string, caseId: string];

export interface SlackQuery {
  region?: Region | undefined;
  assignee?: string | undefined;
  after: SlackPlace | null;
  limit: number;
}

/** Sorted by the stored column alone; a case whose clock stands comes after all that have a latest start. */
const key = sql`coalesce(${cases.latestStartAt}, 'infinity'::timestamptz)`;

/** Open cases, and the decided ones with a complaint or a claimed change to decide: few, so that those tasks find them. */
export function createSlackList(db: Database) {
  const withTask = (ownerRole: string, name: string) =>
    db
      .select({ caseId: tasks.caseId })
      .from(tasks)
      .where(and(eq(tasks.ownerRole, ownerRole), eq(tasks.name, name)));
  const isToDecide = [
    isNotNull(cases.closedAt),
    isNotNull(cases.latestStartAt),
    or(
      inArray(cases.caseId, withTask('supervisor', 'decide-complaint')),
      inArray(cases.caseId, withTask('caseworker', 'decide-change')),
    ),
  ];

  const firstOf = (which: (SQL | undefined)[], { region, assignee, after, limit }: SlackQuery) =>
    db
      .select({
        caseId: cases.caseId,
        region: cases.region,
        status: cases.status,
        assignee: cases.assignee,
        dueAt: cases.clockDueAt,
        latestStartAt: cases.latestStartAt,
        calendar: sql<string>`${cases.caseFile}->>'calendar'`,
        offsetMs: sql<number>`coalesce(${caseTime.offsetMs}, 0)`.mapWith(Number),
        key: sql<string>`(${key})::text`,
      })
      .from(cases)
      .leftJoin(caseTime, eq(caseTime.caseId, cases.caseId))
      .where(
        and(
          ...which,
          region && eq(cases.region, region),
          assignee === undefined ? undefined : eq(cases.assignee, assignee),
          beyond(after),
        ),
      )
      .orderBy(asc(key), asc(cases.caseId))
      .limit(limit);

  return async (query: SlackQuery) => {
    const [open, decided] = await Promise.all([
      firstOf([isNull(cases.closedAt)], query),
      firstOf(isToDecide, query),
    ]);
    const inOrder = decided.length === 0 ? open : [...open, ...decided].sort(byPlace);
    return inOrder.slice(0, query.limit).map((row) => ({
      ...row,
      dueAt: row.dueAt && isoInstant(row.dueAt),
      latestStartAt: row.latestStartAt && isoInstant(row.latestStartAt),
      place: [row.key, row.caseId] satisfies SlackPlace,
    }));
  };
}

/** As PostgreSQL sorts them: instants of one session are written alike, and `infinity` comes after all of them. */
function byPlace(one: { key: string; caseId: string }, other: { key: string; caseId: string }): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.caseId < other.caseId ? -1 : 1;
}

function beyond(after: SlackPlace | null): SQL | undefined {
  if (after === null) return undefined;
  return sql`(${key}, ${cases.caseId}) > (${after[0]}::timestamptz, ${after[1]})`;
}
