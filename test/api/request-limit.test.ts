/** How many requests a minute one caller may send: each person for himself, each address where no token is asked for. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Office } from './office/office';

const perMinute = 3;

let limited: Office;
beforeAll(async () => {
  limited = await openOffice({ requestsPerMinute: perMinute });
});
afterAll(() => limited.close());

async function look(person: string) {
  const headers = { ...(await limited.bearer(person, 'applicant')), 'accept-language': 'en' };
  return limited.app.inject({ url: '/applications', headers });
}
const callback = (remoteAddress: string) =>
  limited.app.inject({
    method: 'POST',
    url: '/callbacks/criminal-registry',
    headers: { 'content-type': 'application/json' },
    payload: {},
    remoteAddress,
  });

async function times<T>(count: number, ask: () => Promise<T>): Promise<T[]> {
  const replies: T[] = [];
  for (let nth = 0; nth < count; nth += 1) replies.push(await ask());
  return replies;
}

describe('a caller who asks too often', () => {
  test('is told so, and how long he waits', async () => {
    const replies = await times(perMinute + 1, () => look('p-hasty'));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
    const refused = replies.at(-1);
    expect(refused?.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused?.json()).toMatchObject({
      code: 'too-many-requests',
      title: 'Too many requests: wait a little',
    });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(Object.keys(refused?.headers ?? {}).join()).not.toContain('ratelimit');
  });

  test('holds up nobody else', async () => {
    await times(perMinute + 1, () => look('p-hastier'));
    expect((await look('p-patient')).statusCode).toBe(200);
  });

  test('is known by his address where no token is asked for', async () => {
    const codes = (await times(perMinute + 1, () => callback('10.0.0.1'))).map(
      ({ statusCode }) => statusCode,
    );
    expect(codes.slice(0, perMinute)).not.toContain(429);
    expect(codes.at(-1)).toBe(429);
    expect((await callback('10.0.0.2')).statusCode).not.toBe(429);
  });
});

test('whoever watches over the service is answered however often he asks', async () => {
  const replies = await times(perMinute + 2, () => limited.app.inject({ url: '/health/live' }));
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
});

test('without a limit nobody is refused', async () => {
  const open = await openOffice();
  const headers = await open.bearer('p-hasty', 'applicant');
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => open.app.inject({ url: '/applications', headers })),
  );
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  await open.close();
});
