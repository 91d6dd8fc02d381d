/** Open cases by how long their work can still wait, the most urgent first. */
import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Region } from '../../domain/regions';
import type { Database } from '../connect';
import { cases, caseTime } from '../schema';
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

export function createSlackList(db: Database) {
  return async ({ region, assignee, after, limit }: SlackQuery) => {
    const rows = await db
      .select({
        id: cases.caseId,
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
          isNull(cases.closedAt),
          region && eq(cases.region, region),
          assignee === undefined ? undefined : eq(cases.assignee, assignee),
          beyond(after),
        ),
      )
      .orderBy(asc(key), asc(cases.caseId))
      .limit(limit);
    return rows.map((row) => ({
      ...row,
      dueAt: row.dueAt && isoInstant(row.dueAt),
      latestStartAt: row.latestStartAt && isoInstant(row.latestStartAt),
      place: [row.key, row.id] satisfies SlackPlace,
    }));
  };
}

function beyond(after: SlackPlace | null): SQL | undefined {
  if (after === null) return undefined;
  return sql`(${key}, ${cases.caseId}) > (${after[0]}::timestamptz, ${after[1]})`;
}
