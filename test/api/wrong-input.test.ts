/** Everything that can be sent wrongly: a clear problem, and nothing handed on. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { problemCodes, problemStatus } from '../../domain/problems';
import { problemTitles } from '../../api/problem-titles';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

let office: Office;
let mine: string;
beforeAll(async () => {
  office = await openOffice();
  mine = await recordCase(office, 'formOpen');
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
});

const person = {
  surname: 'Sadyrkulov',
  givenName: 'Timur',
  bornOn: '1988-03-14',
  citizenship: 'KGZ',
  passportNumber: 'PE9100417',
};
const opening = { region: 'akmola', person };

async function send(options: InjectOptions, subject = 'p-one') {
  const headers = { ...(await office.acting(subject, 'applicant')), ...options.headers };
  return office.app.inject({ ...options, headers });
}
const open = (payload: unknown, headers: Record<string, string> = {}) =>
  send({
    method: 'POST',
    url: '/applications',
    payload: payload as object,
    headers: { 'content-type': 'application/json', ...headers },
  });

function expectProblem(reply: Awaited<ReturnType<typeof send>>, code: keyof typeof problemStatus) {
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(reply.json()).toMatchObject({
    code,
    status: problemStatus[code],
    type: `urn:ruqsat:problem:${code}`,
  });
  expect(reply.statusCode).toBe(problemStatus[code]);
  expect(office.asked).toEqual([]);
}

describe('a body', () => {
  test('with unknown fields, wrong types and missing ones is told of each by its place', async () => {
    const reply = await open({
      region: 5,
      extra: 1,
      person: { ...person, surname: undefined, bornOn: 'x', iin: 7 },
    });
    expectProblem(reply, 'invalid-input');
    const errors: { pointer: string; code: string }[] = reply.json().errors;
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      expect.arrayContaining([
        '/region wrong-type',
        '/extra unknown-field',
        '/person/surname missing',
        '/person/bornOn wrong-format',
        '/person/iin wrong-type',
      ]),
    );
  });

  test('is never read more kindly than it was written', async () => {
    const form = {
      method: 'PUT' as const,
      url: `/applications/${mine}/form`,
      headers: { 'if-match': '"0"' },
    };
    expectProblem(
      await send({ ...form, payload: { adaptability: { monthsLivedHere: '7' } } }),
      'invalid-input',
    );
    expectProblem(
      await send({ ...form, payload: { intentions: { consentToProcessing: false } } }),
      'invalid-input',
    );
    expectProblem(await send({ ...form, payload: { finances: { fundsTenge: 1.5 } } }), 'invalid-input');
  });

  test('that is broken JSON is malformed', async () => {
    expectProblem(await open('{"region": "akm'), 'malformed-request');
    expectProblem(await open(''), 'malformed-request');
    expectProblem(await open('{"__proto__": {"a": 1}}'), 'malformed-request');
  });

  test('of twenty megabytes is too large, of whatever kind', async () => {
    const huge = Buffer.alloc(20 * 1024 * 1024, 'a');
    expectProblem(await open(huge), 'body-too-large');
    const documents = `/applications/${mine}/documents?kind=passport`;
    const pdf = { 'content-type': 'application/pdf' };
    expectProblem(
      await send({ method: 'POST', url: documents, payload: huge, headers: pdf }),
      'body-too-large',
    );
  });

  test('of another media type is not taken', async () => {
    expectProblem(
      await open('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      'unsupported-media-type',
    );
    expectProblem(await open('hello', { 'content-type': 'text/plain' }), 'unsupported-media-type');
  });

  test('does not come back in the answer or in the log', async () => {
    office.lines.length = 0;
    const reply = await open({
      ...opening,
      region: 'Marked-Value',
      person: { ...person, citizenship: 'Marked-Value' },
    });
    expect(reply.body + office.lines.join('')).not.toContain('Marked-Value');
  });
});

describe('an act', () => {
  test.each([
    ['without a key', undefined],
    ['with a short key', 'abc'],
    ['with a key that cannot be seen', 'key with spaces'],
    ['with an endless key', 'k'.repeat(101)],
  ])('%s is refused', async (_, key) => {
    const { 'idempotency-key': _unused, ...bearer } = await office.acting('p-one', 'applicant');
    const headers = key === undefined ? bearer : { ...bearer, 'idempotency-key': key };
    const reply = await office.app.inject({
      method: 'POST',
      url: '/applications',
      headers,
      payload: opening,
    });
    expectProblem(reply, 'idempotency-key-missing');
  });

  test('on an unknown field of the address is refused', async () => {
    const headers = await office.bearer('s-1', 'caseworker');
    const reply = await office.app.inject({ url: '/admin/worklist?colour=red&limit=0', headers });
    expectProblem(reply, 'invalid-input');
    expect(reply.json().errors).toHaveLength(2);
  });
});

describe('a token', () => {
  const ask = (authorization?: string) =>
    office.app.inject({
      url: '/applications',
      headers: authorization === undefined ? {} : { authorization },
    });
  const bearer = (token: string) => ask(`Bearer ${token}`);

  test('that is missing', async () => {
    const reply = await ask();
    expectProblem(reply, 'token-missing');
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="ruqsat"');
  });

  test('that has expired', async () => {
    expectProblem(
      await bearer(await office.tokens.sign('p', ['applicant'], { expiresIn: '-1s' })),
      'token-expired',
    );
  });

  test('that another key signed', async () => {
    expectProblem(await bearer(await office.tokens.signForeign('p', ['applicant'])), 'token-invalid');
  });

  test.each([
    ['for another audience', { audience: 'somebody-else' }],
    ['of another issuer', { issuer: 'https://elsewhere.test' }],
    ['with a key nobody knows', { kid: 'k9' }],
  ])('%s', async (_, wish) => {
    expectProblem(await bearer(await office.tokens.sign('p', ['applicant'], wish)), 'token-invalid');
  });

  test('with a role that does not exist', async () => {
    expectProblem(await bearer(await office.tokens.sign('p', ['applicant', 'emperor'])), 'token-invalid');
    expectProblem(await bearer(await office.tokens.sign('p', [])), 'token-invalid');
    expectProblem(await bearer(await office.tokens.sign('p', 'applicant')), 'token-invalid');
  });

  test.each([
    ['a passport without its country', { passportNumber: 'FA9100417' }],
    ['a number that is none', { citizenship: 'UZB', passportNumber: 'FA9100417', iin: '12' }],
  ])('that names whose account it is by %s', async (_, papers) => {
    expectProblem(await bearer(await office.tokens.sign('p', ['applicant'], { papers })), 'token-invalid');
  });

  test('without a signature, or signed with a password', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({
      sub: 'p',
      roles: ['applicant'],
      iss: 'https://issuer.test',
      aud: 'ruqsat',
      exp: 4e9,
    });
    expectProblem(await bearer(`${part({ alg: 'none' })}.${claims}.`), 'token-invalid');
    expectProblem(await bearer(`${part({ alg: 'HS256', kid: 'k1' })}.${claims}.AAAA`), 'token-invalid');
    expectProblem(await bearer('rubbish'), 'token-invalid');
    expectProblem(await ask('Basic dXNlcjpwYXNz'), 'token-invalid');
  });

  test('of another curve', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(privateKey.asymmetricKeyType).toBe('ec');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expectProblem(
      await bearer(`${part({ alg: 'ES384', kid: 'k1' })}.${part({ sub: 'p' })}.AAAA`),
      'token-invalid',
    );
  });
});

describe('an address', () => {
  test("of someone else's case looks like one of no case", async () => {
    const foreign = await recordCase(office, 'formOpen', { applicantId: 'p-two' });
    for (const id of [foreign, '7Q4M-2XHD-9F3T', 'nonsense', '%00']) {
      expectProblem(await send({ url: `/applications/${id}` }), 'not-found');
      expectProblem(await send({ method: 'POST', url: `/applications/${id}/withdrawal` }), 'not-found');
      expectProblem(await send({ url: `/applications/${id}/form` }), 'not-found');
    }
  });

  test('that does not exist is not found, with the wrong method not allowed', async () => {
    expectProblem(await send({ url: '/nowhere' }), 'not-found');
    const reply = await send({ method: 'DELETE', url: `/applications/${mine}/form` });
    expectProblem(reply, 'method-not-allowed');
    expect(reply.headers.allow).toBe('GET, HEAD, PUT');
  });

  test('that cannot be decoded is malformed', async () => {
    expectProblem(await send({ url: '/applications/%E0%A4%A' }), 'malformed-request');
  });
});

describe('a problem', () => {
  test('is told in the language of the reader', async () => {
    const ask = async (language: string) =>
      (await office.app.inject({ url: '/nowhere', headers: { 'accept-language': language } })).json().title;
    expect(await ask('kk')).toBe(problemTitles['not-found'].kk);
    expect(await ask('fr, ru-RU;q=0.8, en;q=0.5')).toBe(problemTitles['not-found'].ru);
    expect(await ask('fr')).toBe(problemTitles['not-found'].en);
  });

  test('has a title in each language for every code', () => {
    expect(Object.keys(problemTitles).sort()).toEqual([...problemCodes].sort());
  });

  test('of ours gives out a reference and nothing else', async () => {
    office.state.trouble = new Error('secret detail of Sadyrkulov');
    office.lines.length = 0;
    const reply = await open(opening);
    office.state.trouble = undefined;
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toEqual({
      type: 'urn:ruqsat:problem:service-trouble',
      title: problemTitles['service-trouble'].en,
      status: 500,
      code: 'service-trouble',
      reference: expect.any(String),
    });
    const logged = office.lines.join('');
    expect(logged).toContain(reply.json().reference);
    expect(logged).not.toContain('Sadyrkulov');
  });
});

describe('when the issuer cannot be reached', () => {
  test('nobody is told that his token is bad', async () => {
    const other = await openOffice();
    other.tokens.falter();
    const headers = await other.bearer('p', 'applicant');
    const reply = await other.app.inject({ url: '/applications', headers });
    await other.close();
    expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
      503,
      'service-unavailable',
      '5',
    ]);
  });
});
