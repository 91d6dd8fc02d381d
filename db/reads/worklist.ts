/** The worklist: open tasks of all cases, filtered, sorted, page by page. */
import { and, asc, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { CaseKind } from '../../domain/case-kinds';
import type { Region } from '../../domain/regions';
import type { CaseStatus } from '../../domain/statuses';
import type { Database } from '../connect';
import { cases, tasks } from '../schema';
import { isoInstant } from './cases';

export const worklistSorts = ['dueAt', 'since', 'caseId'] as const;
export type WorklistSort = (typeof worklistSorts)[number];

export interface WorklistFilters {
  kind?: CaseKind | undefined;
  task?: string | undefined;
  region?: Region | undefined;
  assignee?: string | undefined;
  escalated?: boolean | undefined;
  status?: CaseStatus | undefined;
}

/** The place after which a page begins: the last row's sort key, and what makes it unique. */
export type WorklistPlace = readonly [key: string, caseId: string, name: string, subject: string];

export interface WorklistQuery {
  filters: WorklistFilters;
  sort: WorklistSort;
  order: 'asc' | 'desc';
  after: WorklistPlace | null;
  limit: number;
}

/** Sorted as text or instants in PostgreSQL; a task without a due date comes after all that have one. */
const keys: Record<WorklistSort, SQL> = {
  dueAt: sql`coalesce(${tasks.dueAt}, 'infinity'::timestamptz)`,
  since: sql`${tasks.since}`,
  caseId: sql`${tasks.caseId}`,
};
const keyTypes: Record<WorklistSort, SQL> = {
  dueAt: sql`timestamptz`,
  since: sql`timestamptz`,
  caseId: sql`text`,
};

export function createWorklist(db: Database) {
  return async (query: WorklistQuery) => {
    const key = keys[query.sort];
    const direction = query.order === 'asc' ? asc : desc;
    const rows = await db
      .select({
        caseId: tasks.caseId,
        kind: cases.kind,
        task: tasks.name,
        subject: tasks.subject,
        ownerRole: tasks.ownerRole,
        since: tasks.since,
        dueAt: tasks.dueAt,
        assignee: cases.assignee,
        region: cases.region,
        status: cases.status,
        escalatedAt: cases.escalatedAt,
        key: sql<string>`(${key})::text`,
      })
      .from(tasks)
      .innerJoin(cases, eq(cases.caseId, tasks.caseId))
      .where(and(...conditionsOf(query.filters), beyond(query)))
      .orderBy(direction(key), direction(tasks.caseId), direction(tasks.name), direction(tasks.subject))
      .limit(query.limit);
    return rows.map((row) => ({
      ...row,
      since: isoInstant(row.since),
      dueAt: row.dueAt && isoInstant(row.dueAt),
      escalatedAt: row.escalatedAt && isoInstant(row.escalatedAt),
      place: [row.key, row.caseId, row.task, row.subject] satisfies WorklistPlace,
    }));
  };
}

function conditionsOf(filters: WorklistFilters): (SQL | undefined)[] {
  const { kind, task, region, assignee, escalated, status } = filters;
  return [
    kind === undefined ? undefined : eq(cases.kind, kind),
    task === undefined ? undefined : eq(tasks.name, task),
    region === undefined ? undefined : eq(cases.region, region),
    assignee === undefined ? undefined : eq(cases.assignee, assignee),
    status === undefined ? undefined : eq(cases.status, status),
    escalated === undefined
      ? undefined
      : escalated
        ? isNotNull(cases.escalatedAt)
        : isNull(cases.escalatedAt),
  ];
}

function beyond({ after, sort, order }: WorklistQuery): SQL | undefined {
  if (after === null) return undefined;
  const [key, caseId, name, subject] = after;
  const here = sql`(${keys[sort]}, ${tasks.caseId}, ${tasks.name}, ${tasks.subject})`;
  const there = sql`(${key}::${keyTypes[sort]}, ${caseId}, ${name}, ${subject})`;
  return order === 'asc' ? sql`${here} > ${there}` : sql`${here} < ${there}`;
}
