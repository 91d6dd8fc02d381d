/** The worklist: what is filtered, how it is sorted, and that no page loses or repeats a task. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cases, tasks } from '../../db/schema';
import { eq } from 'drizzle-orm';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

interface Row {
  caseId: string;
  task: string;
  dueAt: string | null;
}

let office: Office;
let headers: { authorization: string };
beforeAll(async () => {
  office = await openOffice();
  headers = await office.bearer('s-1', 'caseworker');
  const { db } = office.deps;
  for (const [index, region] of (['akmola', 'abai', 'ulytau'] as const).entries()) {
    for (const until of ['toSchedule', 'interviewed', 'proposed'] as const) {
      const openedAt = `2026-05-0${1 + index}T05:00:00.000Z`;
      const caseId = await recordCase(office, until, { region, openedAt });
      if (until === 'interviewed')
        await db.update(cases).set({ assignee: 's-1' }).where(eq(cases.caseId, caseId));
      if (region !== 'abai' || until !== 'proposed') continue;
      await db.update(cases).set({ escalatedAt: openedAt }).where(eq(cases.caseId, caseId));
      await db.update(tasks).set({ dueAt: null }).where(eq(tasks.caseId, caseId));
    }
  }
});
afterAll(() => office.close());

async function list(query: string): Promise<{ tasks: Row[]; next: string | null }> {
  const reply = await office.app.inject({ url: `/admin/worklist?${query}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

describe('filters', () => {
  test.each([
    ['', 9],
    ['task=approve-decision', 3],
    ['region=abai', 3],
    ['assignee=me', 3],
    ['assignee=s-9', 0],
    ['escalated=true', 1],
    ['escalated=false', 8],
    ['status=awaiting-schedule', 3],
    ['task=approve-decision&region=abai&escalated=true', 1],
  ])('%s', async (query, count) => {
    expect((await list(query)).tasks).toHaveLength(count);
  });
});

test('an assignee who can be nobody is a fault of the question', async () => {
  for (const assignee of ['%00', 'a%20b', '', 'a'.repeat(101)]) {
    const reply = await office.app.inject({ url: `/admin/worklist?assignee=${assignee}`, headers });
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/assignee']);
  }
});

describe('sorting and pages', () => {
  const sorts = ['dueAt', 'since', 'caseId'].flatMap((sort) => [
    `sort=${sort}&order=asc`,
    `sort=${sort}&order=desc`,
  ]);

  test.each(sorts)('%s: pages of two make up the whole', async (sorting) => {
    const whole = (await list(sorting)).tasks;
    const paged: Row[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { tasks: Row[]; next: string | null } = await list(
        `${sorting}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.tasks);
      cursor = page.next;
    }
    expect(whole).toHaveLength(9);
    expect(paged).toEqual(whole);
  });

  test('a task without an end comes after all that have one', async () => {
    const { tasks: rows } = await list('sort=dueAt&order=asc');
    expect(rows.map(({ dueAt }) => dueAt === null).indexOf(true)).toBe(8);
    const due = rows.slice(0, 8).map(({ dueAt }) => dueAt);
    expect(due).toEqual([...due].sort());
  });

  test.each([
    ['of another sorting', (cursor: string) => `sort=caseId&cursor=${cursor}`],
    ['of another order', (cursor: string) => `order=desc&cursor=${cursor}`],
    [
      'that somebody made up',
      () => `cursor=${Buffer.from('["dueAt","asc","now()","x","y","z"]').toString('base64url')}`,
    ],
    [
      'of no day',
      () => `cursor=${Buffer.from('["dueAt","asc","2026-99-99 x","x","y","z"]').toString('base64url')}`,
    ],
    ['that is rubbish', () => 'cursor=rubbish'],
  ])('a cursor %s is refused', async (_, query) => {
    const { next } = await list('limit=1');
    const reply = await office.app.inject({ url: `/admin/worklist?${query(String(next))}`, headers });
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '/cursor']);
  });
});
