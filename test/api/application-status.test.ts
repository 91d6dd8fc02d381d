/** Polling that costs little: tags, "nothing new", and waiting for news. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '../../domain/events';
import { caseTime } from '../../db/schema';
import { recordCase, steps } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
let headers: { authorization: string };
beforeAll(async () => {
  office = await openOffice();
  headers = await office.bearer('p-one', 'applicant');
});
afterAll(() => office.close());

const ask = (caseId: string, more: Record<string, string> = {}) =>
  office.app.inject({ url: `/applications/${caseId}`, headers: { ...headers, ...more } });

async function tagOf(caseId: string): Promise<string> {
  return String((await ask(caseId)).headers.etag);
}

async function withdraw(caseId: string, seq: number): Promise<void> {
  const withdrawn: CaseEvent = {
    type: 'application-withdrawn',
    data: { reason: null },
    seq,
    effectiveAt: new Date().toISOString(),
    actor: { id: 'p-one', role: 'applicant' },
    causeId: 'intake:1',
  };
  await office.record.appendEvents(caseId, [withdrawn]);
}

describe('an application asked for again', () => {
  test('has a strong tag and answers 304 while nothing happened', async () => {
    const caseId = await recordCase(office, 'booked');
    const tag = await tagOf(caseId);
    expect(tag).toMatch(/^"2-\d+"$/);
    const again = await ask(caseId, { 'if-none-match': `"other", ${tag}` });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
  });

  test('is told in the same words, from memory as at first', async () => {
    const caseId = await recordCase(office, 'booked');
    const [first, again] = [await ask(caseId), await ask(caseId)];
    expect(first.json()).toMatchObject({ caseId, status: 'awaiting-test-result' });
    expect(again.body).toBe(first.body);
    const types = [first, again].map((reply) => reply.headers['content-type']);
    expect(types).toEqual(Array(2).fill('application/json; charset=utf-8'));
  });

  test('is told to its applicant alone, also when many ask at the same moment', async () => {
    const own = await Promise.all([recordCase(office, 'booked'), recordCase(office, 'verification')]);
    const foreign = await recordCase(office, 'booked', { applicantId: 'p-two' });
    const replies = await Promise.all(
      [...own, foreign, own[0], '0000-0000-0000'].map((caseId) => ask(caseId)),
    );
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404, 200, 404]);
    expect(replies.map((reply) => reply.json().caseId)).toEqual([...own, undefined, own[0], undefined]);
  });

  test('is told anew after an event', async () => {
    const caseId = await recordCase(office, 'booked');
    const tag = await tagOf(caseId);
    await withdraw(caseId, steps.booked + 1);
    const again = await ask(caseId, { 'if-none-match': tag });
    expect(again.statusCode).toBe(200);
    expect(again.json()).toMatchObject({
      status: 'withdrawn',
      stage: 'closed',
      outcome: { kind: 'withdrawn', reasons: [], certificate: null },
      waitingOn: { party: 'nobody', until: null },
      moves: [],
    });
  });

  test("is told anew on the law's next day, since the clock has moved", async () => {
    const caseId = await recordCase(office, 'verification');
    const before = await ask(caseId);
    await office.deps.db.insert(caseTime).values({ caseId, offsetMs: 2 * 86_400_000 });
    const after = await ask(caseId, { 'if-none-match': String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.json().clock.daysUsed).toBe(before.json().clock.daysUsed + 2);
  });
});

describe('waiting for news', () => {
  test('ends with the news', async () => {
    const caseId = await recordCase(office, 'booked');
    const tag = await tagOf(caseId);
    const waiting = ask(caseId, { 'if-none-match': tag, prefer: 'wait=20' });
    await sleep(150);
    office.changes.tell(caseId);
    await sleep(100);
    expect(office.changes.waiting()).toBe(1);
    await withdraw(caseId, steps.booked + 1);
    office.changes.tell(caseId);
    const reply = await waiting;
    expect([reply.statusCode, reply.json().status]).toEqual([200, 'withdrawn']);
    expect(reply.headers['preference-applied']).toBe('wait=20');
    await sleep(20);
    expect(office.changes.waiting()).toBe(0);
  });

  test('ends with the time, and waits no longer than a minute', async () => {
    const caseId = await recordCase(office, 'booked');
    const tag = await tagOf(caseId);
    const from = performance.now();
    const reply = await ask(caseId, { 'if-none-match': tag, prefer: 'respond-async, wait=1' });
    expect([reply.statusCode, reply.headers['preference-applied']]).toEqual([304, 'wait=1']);
    expect(performance.now() - from).toBeGreaterThan(900);
    const hurried = await ask(caseId, { 'if-none-match': '"1-1"', prefer: 'wait=600' });
    expect([hurried.statusCode, hurried.headers['preference-applied']]).toEqual([200, 'wait=60']);
  });

  test('does not begin without a tag', async () => {
    const caseId = await recordCase(office, 'booked');
    const reply = await ask(caseId, { prefer: 'wait=30' });
    expect([reply.statusCode, reply.headers['preference-applied']]).toEqual([200, undefined]);
  });

  test('ends when the caller hangs up, and when the service closes', async () => {
    const other = await openOffice();
    const caseId = await recordCase(other, 'booked');
    const address = await other.app.listen({ host: '127.0.0.1', port: 0 });
    const bearer = await other.bearer('p-one', 'applicant');
    const tag =
      (await fetch(`${address}/applications/${caseId}`, { headers: bearer })).headers.get('etag') ?? '';
    const poll = (signal?: AbortSignal) =>
      fetch(`${address}/applications/${caseId}`, {
        headers: { ...bearer, 'if-none-match': tag, prefer: 'wait=60' },
        ...(signal && { signal }),
      });

    const caller = new AbortController();
    const hungUp = poll(caller.signal).catch((error: Error) => error.name);
    await sleep(200);
    expect(other.changes.waiting()).toBe(1);
    caller.abort();
    expect(await hungUp).toBe('AbortError');
    await sleep(100);
    expect(other.changes.waiting()).toBe(0);

    const patient = poll();
    await sleep(200);
    await other.close();
    expect((await patient).status).toBe(304);
  });
});

test('the list of applications shows only those of the caller, the newest first', async () => {
  const older = await recordCase(office, 'opened', {
    applicantId: 'p-list',
    openedAt: '2026-05-01T00:00:00.000Z',
  });
  const newer = await recordCase(office, 'booked', {
    applicantId: 'p-list',
    openedAt: '2026-05-02T00:00:00.000Z',
  });
  const reply = await office.app.inject({
    url: '/applications',
    headers: await office.bearer('p-list', 'applicant'),
  });
  const ids = reply.json().applications.map(({ caseId: id }: { caseId: string }) => id);
  expect(ids).toEqual([newer, older]);
});
