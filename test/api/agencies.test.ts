/** The agencies as an operator sees them, and his orders to leave one alone: once, with a reason, and by nobody else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildApp } from '../../api/app';
import { createCasework } from '../../api/casework';
import { createAgencyLines, type AgencyLines } from '../../db/agency-lines';
import { createAgencyNews } from '../../db/agency-news';
import { createIntake } from '../../db/intake';
import { createActReads } from '../../db/reads/acts';
import { agencyHolds, agencyLines, agencyTries } from '../../db/schema';
import { agencyNames, type AgencyName } from '../../domain/agencies';
import type { Role } from '../../domain/roles';
import { agencyTermsOn } from '../../policy/agency-terms';
import { tell } from '../support/case-files';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';
import { recordPermit } from './office/permits';

interface Shown {
  agency: string;
  state: string;
  since: string | null;
  hold: { by: string; reason: string; at: string } | null;
  [more: string]: unknown;
}

const terms = agencyTermsOn('2026-06-01').berkut;

let office: Office;
let app: Office['app'];
let lines: AgencyLines;
beforeAll(async () => {
  office = await openOffice();
  const { db } = office.deps;
  lines = createAgencyLines(db);
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
  await db.delete(agencyTries);
  await db.delete(agencyHolds);
  await db.delete(agencyLines);
});

async function list(): Promise<Shown[]> {
  const reply = await app.inject({ url: '/admin/agencies', headers: await office.bearer('o-1', 'operator') });
  expect(reply.statusCode).toBe(200);
  return reply.json<{ agencies: Shown[] }>().agencies;
}

const shown = async (agency: AgencyName) => (await list()).find((one) => one.agency === agency);

async function order(to: 'hold' | 'release', agency: string, given: { reason?: string; key?: string } = {}) {
  const { reason = 'they called: works until noon', key = randomUUID() } = given;
  const reply = await app.inject({
    method: 'POST',
    url: `/admin/agencies/${agency}/${to}`,
    headers: { ...(await office.bearer('o-1', 'operator')), 'idempotency-key': key },
    payload: { reason },
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

/** One exchange with Berkut that ends so. */
async function exchange(code: string, latencyMs = 20): Promise<void> {
  const admission = await lines.admit({ requestId: randomUUID(), caseId: 'c', agency: 'berkut' }, terms);
  if (admission.kind === 'refused') throw new Error(admission.why);
  const weight = code === 'reached' ? 'not-at-all' : 'each-time';
  await lines.note(admission.tryId, { code, weight, latencyMs, late: false }, terms);
}

describe('the list', () => {
  test('has every agency, also one that was never asked', async () => {
    const rows = await list();
    expect(rows.map(({ agency }) => agency)).toEqual([...agencyNames]);
    expect(rows.at(0)).toMatchObject({ state: 'open', since: null, lastTrouble: null, hold: null });
  });

  test('shows what came of the last hour, and the median time of a reply', async () => {
    for (const latencyMs of [10, 30, 500]) await exchange('reached', latencyMs);
    await exchange('agency-error', 9_000);
    const hour = { asked: 4, replies: 3, troubles: 1, answers: 0, medianMs: 30 };
    expect(await shown('berkut')).toMatchObject({
      state: 'open',
      lastTrouble: 'agency-error',
      lastHour: hour,
    });
    await office.deps.db.update(agencyTries).set({ leftAt: new Date(Date.now() - 3_700_000).toISOString() });
    expect(await shown('berkut')).toMatchObject({ lastHour: { asked: 0, medianMs: null } });
  });

  test('shows a circuit that is open, since when, and when it is tried again', async () => {
    for (let i = 0; i < terms.troublesToOpen; i += 1) await exchange('agency-unreachable');
    const down = await shown('berkut');
    expect(down).toMatchObject({ state: 'down', lastTrouble: 'agency-unreachable' });
    const waitMs = Date.parse(String(down?.['nextProbeAt'])) - Date.parse(String(down?.since));
    expect(waitMs).toBe(terms.probeAfterSeconds * 1_000);
  });

  test('counts the cases that wait for an agency, and the oldest of them', async () => {
    const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await recordCase(office, 'verification', { openedAt: day(9) });
    await recordCase(office, 'verification', { openedAt: day(5) });
    await recordCase(office, 'toSchedule', { openedAt: day(30) });
    const { waiting } = (await shown('security-service')) as Shown & {
      waiting: { cases: number; since: string };
    };
    expect(waiting.cases).toBe(2);
    expect(waiting.since < day(8)).toBe(true);
    expect(waiting.since > day(10)).toBe(true);
  });

  test('counts a permit that waits for a register, until that one has answered, beside those in verification', async () => {
    const waiting = async (agency: AgencyName) => (await shown(agency))?.['waiting'];
    await recordCase(office, 'verification', { openedAt: '2026-05-01T05:00:00.000Z' });
    const before = (await waiting('iin-registry')) as { cases: number };
    const known = tell('state-data-fetched', { data: { source: 'insurance-register' } });
    await recordPermit(office, 'fetching');
    await recordPermit(office, 'fetching', { then: [known] });
    await recordPermit(office, 'awaiting-form');
    const openedAt = '2026-05-04T05:00:00.000Z';
    expect(await waiting('labour-contracts')).toEqual({ cases: 2, since: openedAt });
    expect(await waiting('insurance-register')).toEqual({ cases: 1, since: openedAt });
    expect(before.cases).toBeGreaterThan(0);
    expect(await waiting('iin-registry')).toMatchObject({ cases: before.cases + 2 });
  });
});

describe('an agency that is held', () => {
  test('is asked nothing, and the list says who ordered it, when and why', async () => {
    await exchange('reached');
    const { status, body } = await order('hold', 'berkut', { reason: 'their new release breaks' });
    expect([status, body]).toMatchObject([200, { agency: 'berkut', act: 'held' }]);
    const held = await shown('berkut');
    expect(held).toMatchObject({
      state: 'held',
      since: body['at'],
      hold: { by: 'o-1', reason: 'their new release breaks', at: body['at'] },
    });
    const question = { requestId: randomUUID(), caseId: 'c', agency: 'berkut' as const };
    expect(await lines.admit(question, terms)).toMatchObject({ kind: 'refused', why: 'held' });
    expect((await order('release', 'berkut')).status).toBe(200);
    expect(await lines.admit(question, terms)).toMatchObject({ kind: 'admitted' });
    expect(await shown('berkut')).toMatchObject({ state: 'open', hold: null });
    const orders = await office.deps.db.select().from(agencyHolds);
    expect(orders.map(({ act, byId, byRole }) => [act, byId, byRole])).toEqual([
      ['held', 'o-1', 'operator'],
      ['released', 'o-1', 'operator'],
    ]);
  });

  test('before it was ever asked is held all the same', async () => {
    await order('hold', 'bank');
    expect(await shown('bank')).toMatchObject({ state: 'held' });
  });

  test('is held once by one key; the key with another order is refused', async () => {
    const key = randomUUID();
    const first = await order('hold', 'berkut', { key });
    expect(await order('hold', 'berkut', { key })).toEqual(first);
    expect(await order('hold', 'bank', { key })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await office.deps.db.select().from(agencyHolds)).toHaveLength(1);
  });

  test('is not held twice, nor released when it is not held; nothing is kept of that', async () => {
    expect(await order('release', 'berkut')).toMatchObject({
      status: 409,
      body: { code: 'agency-not-held' },
    });
    await order('hold', 'berkut');
    const again = await order('hold', 'berkut');
    expect(again).toMatchObject({ status: 409, body: { code: 'agency-already-held' } });
    expect(await office.deps.db.select().from(agencyHolds)).toHaveLength(1);
  });

  test('can be found in the register by whoever ordered it', async () => {
    const { body } = await order('hold', 'berkut');
    const headers = await office.bearer('o-1', 'operator');
    const act = await app.inject({ url: `/acts/${String(body['number'])}`, headers });
    expect([act.statusCode, act.json()]).toMatchObject([
      200,
      { verb: 'holdAgency', caseId: null, state: 'answered', answer: { agency: 'berkut', act: 'held' } },
    ]);
  });
});

describe('what is refused', () => {
  test.each<Role>(['applicant', 'caseworker', 'supervisor', 'auditor'])('anything, by a %s', async (role) => {
    const headers = await office.acting('x', role);
    const asked = await app.inject({ url: '/admin/agencies', headers });
    const url = '/admin/agencies/bank/hold';
    const ordered = await app.inject({ method: 'POST', url, headers, payload: { reason: 'a' } });
    expect([asked.statusCode, ordered.statusCode]).toEqual([403, 403]);
  });

  test.each([
    ['an agency that nobody knows', 'library', 'a', 404, 'not-found'],
    ['an order without a reason', 'bank', '', 422, 'invalid-input'],
  ] as const)('%s', async (_, agency, reason, wanted, code) => {
    const { status, body } = await order('hold', agency, { reason });
    expect([status, body['code']]).toEqual([wanted, code]);
  });
});
