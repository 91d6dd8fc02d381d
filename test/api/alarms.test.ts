/** The alarms as an operator sees them, and his word that one is seen to: once, with a reason, and by nobody else. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../api/app';
import { createCasework } from '../../api/casework';
import { createAgencyNews } from '../../db/agency-news';
import { createAlarms } from '../../db/alarms';
import { createIntake } from '../../db/intake';
import { createActReads } from '../../db/reads/acts';
import { accessLog, alarmClearings, operatorAlarms } from '../../db/schema';
import type { Alarm } from '../../domain/alarms';
import type { Role } from '../../domain/roles';
import { aLog } from '../support/log';
import { openOffice, type Office } from './office/office';

interface Shown extends Alarm {
  alarm: number;
  since: string;
  times: number;
  lastAt: string;
  cleared: { by: string; at: string; reason: string } | null;
}

const conflict: Alarm = { code: 'record-conflict', caseId: '7Q4M-2XHD-9F3T', detail: 'event 4' };
const letter: Alarm = { code: 'notice-undelivered', caseId: '7Q4M-2XHD-9F3T', detail: 'notice 3: 550' };

let office: Office;
let app: Office['app'];
let alarms: ReturnType<typeof createAlarms>;
beforeAll(async () => {
  office = await openOffice();
  const { db } = office.deps;
  alarms = createAlarms(db, aLog().logger);
  const casework = createCasework({
    whyNotAct: async () => undefined,
    intake: createIntake(db),
    deliver: async () => undefined,
    news: createAgencyNews(db),
    reads: createActReads(db),
    codeAnswer: () => ({}),
    budgetMs: 100,
  });
  app = await buildApp({ ...office.deps, casework });
});
afterAll(async () => {
  await app.close();
  await office.close();
});
beforeEach(async () => {
  const { db } = office.deps;
  await db.delete(alarmClearings);
  await db.delete(operatorAlarms);
});

async function list(query = ''): Promise<{ alarms: Shown[]; next: string | null }> {
  const headers = await office.bearer('o-1', 'operator');
  const reply = await app.inject({ url: `/admin/alarms?${query}`, headers });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}
const detailsOf = async (query = '') => (await list(query)).alarms.map(({ detail }) => detail);

async function clear(alarm: number | string, given: { reason?: string; key?: string } = {}) {
  const { reason = 'the rows are mended', key = randomUUID() } = given;
  const reply = await app.inject({
    method: 'POST',
    url: `/admin/alarms/${alarm}/clear`,
    headers: { ...(await office.bearer('o-1', 'operator')), 'idempotency-key': key },
    payload: { reason },
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

async function raised(alarm = conflict): Promise<number> {
  await alarms.raise(alarm);
  return (await list()).alarms[0]!.alarm;
}

describe('the list', () => {
  test('is empty while nothing must be looked at', async () => {
    expect(await list()).toEqual({ alarms: [], next: null });
  });

  test('says what, of which case, since when and how often, the newest first', async () => {
    await alarms.raise(conflict);
    await alarms.raise(letter);
    await alarms.raise(conflict);
    const [newest, oldest, ...more] = (await list()).alarms;
    expect(more).toEqual([]);
    expect(newest).toMatchObject({ ...letter, times: 1, cleared: null });
    expect(oldest).toMatchObject({ ...conflict, times: 2, cleared: null });
    expect(Date.parse(oldest!.lastAt)).toBeGreaterThan(Date.parse(oldest!.since));
  });

  test('is of the open ones, unless others are asked for', async () => {
    await clear(await raised());
    await alarms.raise(letter);
    expect(await detailsOf()).toEqual([letter.detail]);
    expect(await detailsOf('show=cleared')).toEqual([conflict.detail]);
    expect(await detailsOf('show=all')).toEqual([letter.detail, conflict.detail]);
  });

  test('comes in pages, of which each alarm is on one, also while others are raised and cleared', async () => {
    for (let event = 1; event <= 5; event += 1) await alarms.raise({ ...conflict, detail: `event ${event}` });
    const first = await list('limit=2');
    expect(first.alarms.map(({ detail }) => detail)).toEqual(['event 5', 'event 4']);
    await alarms.raise(letter);
    await clear(first.alarms[0]!.alarm);
    const second = await list(`limit=2&cursor=${first.next}`);
    expect(second.alarms.map(({ detail }) => detail)).toEqual(['event 3', 'event 2']);
    const third = await list(`limit=2&cursor=${second.next}`);
    expect([third.alarms.map(({ detail }) => detail), third.next]).toEqual([['event 1'], null]);
  });

  test('is noted as read, since an alarm names a case', async () => {
    await list();
    const notes = () => office.deps.db.select().from(accessLog);
    while ((await notes()).length === 0) await sleep(50);
    expect((await notes())[0]).toMatchObject({ actorId: 'o-1', audit: 'alarms-read', status: 200 });
  });
});

describe('an alarm that is cleared', () => {
  test('says by whom, when and why', async () => {
    const alarm = await raised();
    const { status, body } = await clear(alarm, { reason: 'row 4 was written by hand' });
    expect([status, body]).toMatchObject([200, { alarm }]);
    const [cleared] = (await list('show=cleared')).alarms;
    expect(cleared?.cleared).toEqual({ by: 'o-1', at: body['at'], reason: 'row 4 was written by hand' });
  });

  test('is cleared once by one key; the key with another order is refused', async () => {
    const [alarm, key] = [await raised(), randomUUID()];
    const first = await clear(alarm, { key });
    expect(await clear(alarm, { key })).toEqual(first);
    expect(await clear(alarm, { key, reason: 'another' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await office.deps.db.select().from(alarmClearings)).toHaveLength(1);
  });

  test('is not cleared again by another order: the first word stands', async () => {
    const alarm = await raised();
    await clear(alarm);
    const again = await clear(alarm, { reason: 'me too' });
    expect(again).toMatchObject({ status: 409, body: { code: 'alarm-already-cleared' } });
    expect((await list('show=cleared')).alarms[0]?.cleared?.reason).toBe('the rows are mended');
  });

  test('stands in the list again, as another, when the fault comes back', async () => {
    const alarm = await raised();
    await clear(alarm);
    const again = await raised();
    expect(again).toBeGreaterThan(alarm);
    expect((await list()).alarms).toMatchObject([{ alarm: again, ...conflict, times: 1 }]);
    expect((await clear(again)).status).toBe(200);
    expect((await list('show=cleared')).alarms).toHaveLength(2);
  });

  test('can be found in the register by whoever cleared it', async () => {
    const alarm = await raised();
    const { body } = await clear(alarm);
    const headers = await office.bearer('o-1', 'operator');
    const act = await app.inject({ url: `/acts/${String(body['number'])}`, headers });
    expect([act.statusCode, act.json()]).toMatchObject([
      200,
      { verb: 'clearAlarm', caseId: null, state: 'answered', answer: { alarm, at: body['at'] } },
    ]);
  });
});

describe('what is refused', () => {
  test.each<Role>(['applicant', 'employer', 'caseworker', 'supervisor', 'auditor'])(
    'anything, by a %s',
    async (role) => {
      const url = `/admin/alarms/${await raised()}/clear`;
      const headers = await office.acting('x', role);
      const asked = await app.inject({ url: '/admin/alarms', headers });
      const ordered = await app.inject({ method: 'POST', url, headers, payload: { reason: 'a' } });
      expect([asked.statusCode, ordered.statusCode]).toEqual([403, 403]);
    },
  );

  test.each([
    ['an alarm of a number that nobody gave', 987_654_321, 'a', 404, 'not-found'],
    ['an alarm of what is no number', 'x', 'a', 404, 'not-found'],
    ['an alarm of a number that no table holds', '9'.repeat(30), 'a', 404, 'not-found'],
    ['an order without a reason', 1, '', 422, 'invalid-input'],
  ] as const)('%s', async (_, alarm, reason, wanted, code) => {
    const { status, body } = await clear(alarm, { reason });
    expect([status, body['code']]).toEqual([wanted, code]);
  });

  test.each([
    'show=some',
    'limit=0',
    'cursor=x',
    `cursor=${Buffer.from('["by-alarm","x"]').toString('base64url')}`,
  ])('a list by %s', async (query) => {
    const headers = await office.bearer('o-1', 'operator');
    const reply = await app.inject({ url: `/admin/alarms?${query}`, headers });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, 'invalid-input']);
  });
});
