/** Accounts of employers: who may act for them, filing for one worker, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { openAccounts, type Accounts } from './office/accounts';

let accounts: Accounts;
beforeAll(async () => {
  accounts = await openAccounts();
});
afterAll(() => accounts.close());

const bin = '150340011878';
const person = {
  surname: 'Marker-Surname',
  givenName: 'Bekzod',
  bornOn: '1989-04-17',
  citizenship: 'UZB',
  passportNumber: 'FA9120658',
  iin: '890417302413',
};

async function as(subject: string, options: InjectOptions, key?: string) {
  const headers = await accounts.acting(subject, 'employer');
  const sent = { ...headers, ...(key && { 'idempotency-key': key }), ...options.headers };
  return accounts.app.inject({ ...options, headers: sent });
}
const open = (subject: string, body: object, key?: string) =>
  as(subject, { method: 'POST', url: '/employers', payload: body }, key);

describe('opening an account', () => {
  test('is refused for a BIN whose last digit is wrong, and nothing is kept', async () => {
    const before = await accounts.count('intake');
    const reply = await open('e-one', { bin: '150340011877', name: 'A builder' });
    expect([reply.statusCode, reply.json().errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/bin', code: 'bin-check-digit' })],
    ]);
    expect([await accounts.count('employers'), await accounts.count('intake')]).toEqual([0, before]);
  });

  test('makes whoever opens it its delegate, and a second opening finds the first', async () => {
    const first = await open('e-one', { bin, name: 'A builder' }, 'opening-1');
    const { employerId } = first.json();
    expect(first.statusCode).toBe(201);
    expect((await open('e-one', { bin, name: 'A builder' }, 'opening-1')).json()).toEqual(first.json());
    expect((await open('e-one', { bin, name: 'Another name' })).json()).toMatchObject({ employerId });
    const seen = await as('e-one', { url: `/employers/${employerId}` });
    expect(seen.json()).toMatchObject({
      bin,
      name: 'A builder',
      kind: 'organisation',
      places: { limit: 50, confidence: 'assumption', taken: 0, reserved: 0 },
      delegates: [{ subject: 'e-one', addedBy: 'e-one' }],
    });
  });

  test('by somebody who is no delegate tells that there is an account, and lets nobody in', async () => {
    const reply = await open('e-stranger', { bin, name: 'A builder' });
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'employer-has-account']);
    expect((await as('e-stranger', { url: '/employers' })).json()).toEqual({ employers: [] });
  });
});

describe('a delegation', () => {
  let url: string;
  const end = (who: string, whom: string) => as(who, { method: 'POST', url: `${url}/delegates/${whom}/end` });
  const add = (who: string, subject: string) =>
    as(who, { method: 'POST', url: `${url}/delegates`, payload: { subject } });
  beforeAll(async () => {
    const { employerId } = (await open('e-boss', { bin: '180140000127', name: 'A mine' })).json();
    url = `/employers/${employerId}`;
  });

  test('lets in, until it ends; then the account is not there any more', async () => {
    expect((await add('e-boss', 'e-clerk')).statusCode).toBe(200);
    expect((await as('e-clerk', { url })).statusCode).toBe(200);
    expect((await end('e-boss', 'e-clerk')).statusCode).toBe(200);
    for (const path of ['', '/workers', '/bulk-filings']) {
      expect((await as('e-clerk', { url: url + path })).statusCode).toBe(404);
    }
    expect((await add('e-clerk', 'e-friend')).statusCode).toBe(404);
    expect((await add('e-boss', 'e-clerk')).statusCode).toBe(200);
    expect((await as('e-clerk', { url })).statusCode).toBe(200);
  });

  test('that is the last one cannot end, also when two end each other at the same moment', async () => {
    const ends = await Promise.all([end('e-boss', 'e-clerk'), end('e-clerk', 'e-boss')]);
    expect(ends.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    const left = (await as('e-boss', { url })).statusCode === 200 ? 'e-boss' : 'e-clerk';
    const reply = await end(left, left);
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'last-delegate']);
  });
});

describe('filing for a worker', () => {
  const filed = { filing: 'issue', purpose: 'work-with-permit', region: 'abai', person };
  const file = (subject: string, body: object) =>
    as(subject, { method: 'POST', url: '/applications/permits', payload: body });
  let employerId: string;
  beforeAll(async () => {
    ({ employerId } = (await open('e-filer', { bin: '090740022656', name: 'A farm' })).json());
  });

  test('makes the account the applicant, and hands no name on', async () => {
    const reply = await file('e-filer', { ...filed, employerId });
    expect(reply.statusCode).toBe(201);
    const { message, actorRole } = accounts.delivered.at(-1) ?? {};
    expect(actorRole).toBe('employer');
    expect(message).toMatchObject({ applicantId: employerId, permit: { employerId, filing: 'issue' } });
    expect(JSON.stringify(message)).not.toContain('Marker');
  });

  test('is refused for a purpose that does not rest on work', async () => {
    const reply = await file('e-filer', { ...filed, purpose: 'study', employerId });
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'purpose-not-of-employer']);
  });

  test('needs an account of one’s own, and a person has none', async () => {
    const before = await accounts.count('persons');
    expect((await file('e-filer', filed)).json().errors).toMatchObject([{ pointer: '/employerId' }]);
    expect((await file('e-one', { ...filed, employerId })).statusCode).toBe(404);
    const asPerson = await accounts.app.inject({
      method: 'POST',
      url: '/applications/permits',
      headers: await accounts.acting('p-one', 'applicant'),
      payload: { ...filed, employerId },
    });
    expect(asPerson.json().errors).toMatchObject([{ pointer: '/employerId', code: 'not-of-a-person' }]);
    expect(await accounts.count('persons')).toBe(before);
  });
});
