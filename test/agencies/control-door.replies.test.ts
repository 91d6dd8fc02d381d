/** The control door of an agency that answers in its reply, seen through our own client. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createBerkut } from '../../agencies/berkut';
import { people } from '../../agencies/people';
import { aDataDir, clientsOf, control, listen } from './street';

const { timur, elif } = people;

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let app: FastifyInstance;
let url: string;
let berkut: ReturnType<typeof clientsOf>['berkut'];

beforeAll(async () => {
  dataDir = await aDataDir();
  app = await createBerkut({ dataDir: dataDir.path });
  url = await listen(app);
  berkut = clientsOf({ berkut: url }, 'http://127.0.0.1:9').berkut;
});

afterEach(() => control(url, 'DELETE /control/behaviour'));

afterAll(async () => {
  await app.close();
  await dataDir.remove();
});

const order = (behaviour: object) => control(url, 'PUT /control/behaviour', behaviour);
const ask = (requestId: string = randomUUID(), { person } = timur) => berkut.ask({ requestId, person });

describe('what an agency can be told to do', () => {
  test('to be slow, but within our time', async () => {
    await order({ latencyMs: 120 });
    const asked = Date.now();
    await ask();
    expect(Date.now() - asked).toBeGreaterThanOrEqual(110);
  });

  test('to be slower than we wait', async () => {
    await order({ latencyMs: 5000 });
    await expect(ask()).rejects.toMatchObject({ code: 'agency-timeout', permanent: false });
  });

  test('to fail so many times and then answer', async () => {
    await order({ errors: { status: 503, times: 2 } });
    const requestId = randomUUID();
    await expect(ask(requestId)).rejects.toMatchObject({ code: 'agency-error', permanent: false });
    await expect(ask(requestId)).rejects.toMatchObject({ code: 'agency-error' });
    expect((await ask(requestId)).kind).toBe('answered');
  });

  test('to reject', async () => {
    await order({ errors: { status: 422, times: 1 } });
    await expect(ask()).rejects.toMatchObject({ code: 'agency-rejected', permanent: true });
  });

  test('to cut the connection', async () => {
    await order({ cutConnection: { times: 1 } });
    await expect(ask()).rejects.toMatchObject({ code: 'agency-unreachable', permanent: false });
    expect((await ask()).kind).toBe('answered');
  });

  test('to act and never say so', async () => {
    await order({ timeoutAfterActing: { times: 1 } });
    const requestId = randomUUID();
    await expect(ask(requestId)).rejects.toMatchObject({ code: 'agency-timeout' });
    const { pending } = (await control(url, 'GET /control')) as { pending: { requestId: string }[] };
    expect(pending.map((request) => request.requestId)).toContain(requestId);
    expect((await ask(requestId)).answer.requestId).toBe(requestId);
  });

  test.each([
    ['json', 'agency-malformed'],
    ['schema', 'agency-malformed'],
    ['wrong-person', 'agency-mismatch'],
    ['wrong-request', 'agency-mismatch'],
  ])('to answer wrongly: %s', async (malformed, code) => {
    await order({ malformed });
    const requestId = randomUUID();
    await expect(ask(requestId)).rejects.toMatchObject({ code, permanent: false });
    await order({ malformed: null });
    expect((await ask(requestId)).answer.requestId).toBe(requestId);
  });

  test('to contradict itself when asked again', async () => {
    await order({ contradiction: true });
    const requestId = randomUUID();
    const first = await ask(requestId);
    const second = await ask(requestId);
    expect(first.answer.overstayDays).toBe(0);
    expect(second.answer.overstayDays).toBe(45);
    expect(second.answer.answerId).not.toBe(first.answer.answerId);
  });

  test('to take back what it said, long after, when asked again', async () => {
    const requestId = randomUUID();
    const first = await ask(requestId);
    expect((await ask(requestId)).answer).toEqual(first.answer);
    await control(url, 'POST /control/contradict-now', { requestId });
    const second = await ask(requestId);
    expect([first.answer.overstayDays, second.answer.overstayDays]).toEqual([0, 45]);
    expect(second.answer.answerId).not.toBe(first.answer.answerId);
    expect((await ask(requestId)).answer).toEqual(second.answer);
  });

  test('to say when to come back', async () => {
    await order({ errors: { status: 503, times: 1, retryAfterSeconds: 90 } });
    await expect(ask()).rejects.toMatchObject({ code: 'agency-away', retryAfterMs: 90_000 });
    await order({ errors: { status: 429, times: 1, retryAfterSeconds: 2 } });
    await expect(ask()).rejects.toMatchObject({
      code: 'agency-limited',
      retryAfterMs: 2_000,
      permanent: false,
    });
  });

  test('to keep a ceiling, and say when there is room', async () => {
    await order({ rateLimit: { perSecond: 0.01, burst: 3 } });
    for (let i = 0; i < 3; i += 1) expect((await ask()).kind).toBe('answered');
    const beyond = (await ask().catch((error: unknown) => error)) as { code: string; retryAfterMs: number };
    expect(beyond.code).toBe('agency-limited');
    expect(beyond.retryAfterMs).toBeGreaterThan(90_000);
    expect(beyond.retryAfterMs).toBeLessThanOrEqual(100_000);
  });

  test('to be away for a while that it announces, and not before or after', async () => {
    const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
    await order({ outage: { from: inMs(-1_000), until: inMs(600_000) } });
    const away = (await ask().catch((error: unknown) => error)) as { code: string; retryAfterMs: number };
    expect(away.code).toBe('agency-away');
    expect(away.retryAfterMs).toBeGreaterThan(590_000);
    expect(away.retryAfterMs).toBeLessThanOrEqual(600_000);
    for (const [from, until] of [
      [600_000, 700_000],
      [-700_000, -600_000],
    ] as const) {
      await order({ outage: { from: inMs(from), until: inMs(until) } });
      expect((await ask()).kind).toBe('answered');
    }
  });

  test('to fail a share of what it is asked: the seed picks which, every time the same', async () => {
    const play = async () => {
      const folder = await aDataDir();
      const seeded = await createBerkut({ dataDir: folder.path, seed: 7 });
      const there = await listen(seeded);
      await control(there, 'PUT /control/behaviour', { errors: { status: 500, times: 100, share: 0.5 } });
      const client = clientsOf({ berkut: there }, 'http://127.0.0.1:9', 10_000).berkut;
      const kinds: string[] = [];
      for (let i = 0; i < 24; i += 1) {
        const asked = client.ask({ requestId: randomUUID(), person: timur.person });
        kinds.push(
          await asked.then(
            ({ kind }) => kind,
            (error: { code: string }) => error.code,
          ),
        );
      }
      await seeded.close();
      await folder.remove();
      return kinds;
    };
    const first = await play();
    expect(new Set(first)).toEqual(new Set(['answered', 'agency-error']));
    expect(await play()).toEqual(first);
  });

  test('to be silent until told to answer, and what', async () => {
    await order({ silent: true });
    const requestId = randomUUID();
    await expect(ask(requestId)).rejects.toMatchObject({ code: 'agency-timeout' });
    const waiting = ask(requestId);
    const told = { passportNumber: timur.person.passportNumber, answer: { overstayDays: 12 } };
    let delivered = 0;
    while (delivered === 0)
      delivered = (await control(url, 'POST /control/answer-now', told)).delivered as number;
    expect((await waiting).answer.overstayDays).toBe(12);
    expect((await ask(requestId)).answer.overstayDays).toBe(12);
  });
});

describe('whom an order is about', () => {
  test('one person, and nobody else', async () => {
    await order({ scope: { passportNumber: elif.person.passportNumber }, errors: { status: 500, times: 9 } });
    await expect(ask(undefined, elif)).rejects.toMatchObject({ code: 'agency-error' });
    expect((await ask()).kind).toBe('answered');
  });

  test('a request beats a person, a person beats everybody', async () => {
    const requestId = randomUUID();
    const { passportNumber } = timur.person;
    await order({ errors: { status: 500, times: 9 } });
    await order({ scope: { passportNumber }, errors: { status: 422, times: 9 } });
    await order({ scope: { requestId } });
    expect((await ask(requestId)).kind).toBe('answered');
    await expect(ask()).rejects.toMatchObject({ code: 'agency-rejected' });
    await expect(ask(undefined, elif)).rejects.toMatchObject({ code: 'agency-error' });
  });
});

describe('what the control door refuses', () => {
  test.each<[string, Parameters<typeof control>[1], object]>([
    ['an order it does not know', 'PUT /control/behaviour', { slow: true }],
    ['a wrong type', 'PUT /control/behaviour', { latencyMs: '5' }],
    ['a status that is no error', 'PUT /control/behaviour', { errors: { status: 200, times: 1 } }],
    ['copies of an answer that is a reply', 'PUT /control/behaviour', { duplicates: 2 }],
    ['a fact that is not this agency’s', 'POST /control/answer-now', { answer: { record: 'none' } }],
    ['a ceiling of nothing', 'PUT /control/behaviour', { rateLimit: { perSecond: 0, burst: 1 } }],
    ['an outage without an end', 'PUT /control/behaviour', { outage: { from: '2026-06-01T00:00:00Z' } }],
    ['an id of the answer', 'POST /control/answer-now', { answer: { answerId: 'mine' } }],
  ])('%s', async (_what, to, body) => {
    await expect(control(url, to, body)).rejects.toThrow(/^400 .*invalid-request/);
  });

  test('a contradiction of what it never said', async () => {
    const contradict = (requestId: string) => control(url, 'POST /control/contradict-now', { requestId });
    await expect(contradict(randomUUID())).rejects.toThrow(/^404 .*request-unknown/);
    await order({ timeoutAfterActing: { times: 1 } });
    const requestId = randomUUID();
    await ask(requestId).catch(() => undefined);
    await expect(contradict(requestId)).rejects.toThrow(/^409 .*not-answered-yet/);
  });
});
