/** Open cases by slack: the stored latest start sorts them, no page loses one, and only supervisors look. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { cases, caseTime } from '../../db/schema';
import type { Role } from '../../domain/roles';
import { latestStartAt } from '../../policy/slack';
import { recordCase, textRef } from './office/cases';
import { openOffice, type Office } from './office/office';
import { refused } from './office/turns';

interface Row {
  caseId: string;
  latestStartAt: string | null;
  slackDays: number | null;
}

const dayMs = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

let office: Office;
let headers: { authorization: string };
const ids: Record<string, string> = {};
beforeAll(async () => {
  office = await openOffice();
  headers = await office.bearer('b-1', 'supervisor');
  ids['fresh'] = await recordCase(office, 'toSchedule', { openedAt: ago(3), region: 'abai' });
  ids['late'] = await recordCase(office, 'verification', { openedAt: ago(60) });
  ids['nearlyDone'] = await recordCase(office, 'proposed', { openedAt: ago(3) });
  ids['standing'] = await recordCase(office, 'toSchedule', {
    then: [
      {
        type: 'clock-stopped',
        data: { reason: 'foreign-inquiry', effect: 'continue', text: textRef('text-9') },
      },
    ],
  });
  ids['decided'] = await recordCase(office, 'interviewed', { then: refused });
  const assigned = eq(cases.caseId, ids['fresh']);
  await office.deps.db.update(cases).set({ assignee: 's-1' }).where(assigned);
});
afterAll(() => office.close());

async function list(query = ''): Promise<{ cases: Row[]; next: string | null }> {
  const reply = await office.app.inject({ url: `/admin/cases/by-slack?${query}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

test('the case that can wait least comes first, one whose clock stands last, a decided one not at all', async () => {
  const { cases: rows } = await list();
  expect(rows.map(({ caseId }) => caseId)).toEqual([
    ids['late'],
    ids['fresh'],
    ids['nearlyDone'],
    ids['standing'],
  ]);
  const [late, fresh, nearlyDone, standing] = rows.map(({ slackDays }) => slackDays);
  expect(late).toBeLessThan(0);
  expect(Number(fresh)).toBeGreaterThan(0);
  expect(Number(nearlyDone)).toBe(Number(fresh) + 4);
  expect(standing).toBeNull();
});

test('the latest start is the one that the case’s own file gives', async () => {
  const rows = await office.deps.db.select().from(cases);
  for (const row of rows) expect(row.latestStartAt).toBe(latestStartAt(row.caseFile));
  expect(rows.filter(({ latestStartAt: stored }) => stored !== null)).toHaveLength(3);
});

test('slack is counted from the day in which the case lives', async () => {
  const [before] = (await list('region=abai')).cases;
  const moved = { caseId: String(ids['fresh']), offsetMs: 7 * dayMs };
  await office.deps.db.insert(caseTime).values(moved);
  const [after] = (await list('region=abai')).cases;
  await office.deps.db.delete(caseTime);
  const passed = Number(before?.slackDays) - Number(after?.slackDays);
  expect(passed).toBeGreaterThanOrEqual(1);
  expect(passed).toBeLessThanOrEqual(5);
  expect(after?.latestStartAt).toBe(before?.latestStartAt);
});

test('pages of one make up the whole', async () => {
  const paged: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { cases: Row[]; next: string | null } = await list(`limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.cases);
    cursor = page.next;
  }
  expect(paged).toEqual((await list()).cases);
});

test('it can be asked by region and by assignee', async () => {
  expect((await list('region=abai')).cases.map(({ caseId }) => caseId)).toEqual([ids['fresh']]);
  expect((await list('assignee=s-1')).cases.map(({ caseId }) => caseId)).toEqual([ids['fresh']]);
  expect((await list('assignee=s-9')).cases).toEqual([]);
});

test('a decided one comes back for as long as a complaint about it is open', async () => {
  const filed = {
    type: 'complaint-filed' as const,
    data: { against: 'refusal' as const, text: textRef('text-9') },
  };
  const then = [...refused, filed];
  const told = { then, openedAt: ago(20), policyVersion: '2026-11-24' };
  const complained = await recordCase(office, 'interviewed', told);
  const ranked = (await list()).cases;
  expect(ranked.map(({ caseId }) => caseId)).toContain(complained);
  expect(ranked.at(-1)?.caseId).toBe(ids['standing']);
  const starts = ranked.slice(0, -1).map(({ latestStartAt: start }) => String(start));
  expect(starts).toEqual([...starts].sort());
  const upTo = ranked.findIndex(({ caseId }) => caseId === complained) + 1;
  const page = await list(`limit=${upTo}`);
  expect(page.cases.at(-1)).toMatchObject({
    caseId: complained,
    status: 'refused',
    slackDays: expect.any(Number),
  });
  expect((await list(`cursor=${String(page.next)}`)).cases).toEqual(ranked.slice(upTo));
});

describe('what may not be asked', () => {
  const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each([
    ['a cursor that is rubbish', 'cursor=rubbish', '/cursor'],
    ['a cursor of the worklist', `cursor=${made(['dueAt', 'asc', 'infinity', 'x', 'y', 'z'])}`, '/cursor'],
    ['a cursor of no instant', `cursor=${made(['by-slack', 'now()', 'x'])}`, '/cursor'],
    ['a region that does not exist', 'region=atlantis', '/region'],
    ['an assignee who can be nobody', 'assignee=a%20b', '/assignee'],
    ['an unknown field', 'sort=dueAt', '/sort'],
    ['a page of nothing', 'limit=0', '/limit'],
  ])('%s', async (_, query, pointer) => {
    const reply = await office.app.inject({ url: `/admin/cases/by-slack?${query}`, headers });
    expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, pointer]);
  });

  test.each<Role>(['applicant', 'caseworker', 'auditor', 'operator'])('nothing, by a %s', async (role) => {
    const reply = await office.app.inject({
      url: '/admin/cases/by-slack',
      headers: await office.bearer('x', role),
    });
    expect(reply.statusCode).toBe(403);
  });
});
