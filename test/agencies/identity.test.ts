/** The token issuer of the development stack. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { createIdentity } from '../../agencies/identity';
import { people } from '../../agencies/people';
import { aDataDir, listen } from './street';

const issuer = 'http://identity.example';
let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  dataDir = await aDataDir();
  app = await createIdentity({ dataDir: dataDir.path, issuer });
  url = await listen(app);
});

afterAll(async () => {
  await app.close();
  await dataDir.remove();
});

async function tokenFor(body: object) {
  const response = await fetch(`${url}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, reply: (await response.json()) as Record<string, string> };
}

function verify(token: string) {
  const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`));
  return jwtVerify(token, keys, { issuer, audience: 'ruqsat', algorithms: ['ES256'] });
}

describe('a token', () => {
  test('names the caseworker by subject and role, for eight hours', async () => {
    const { reply } = await tokenFor({ persona: 'aigul' });
    expect(reply).toMatchObject({ token_type: 'Bearer', expires_in: 28_800, roles: ['caseworker'] });
    const { payload } = await verify(reply.access_token ?? '');
    expect(payload).toMatchObject({ sub: reply.subject, roles: ['caseworker'] });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(28_800);
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('says of one of the cast by which papers he is known, and of a guest nothing', async () => {
    const claimsOf = async (persona: string) =>
      (await verify((await tokenFor({ persona })).reply.access_token ?? '')).payload;
    const { citizenship, passportNumber, iin } = people.timur.person;
    expect(await claimsOf('timur')).toMatchObject({ citizenship, passport_number: passportNumber, iin });
    expect(Object.keys(await claimsOf('timur'))).not.toContain('surname');
    expect(Object.keys(await claimsOf('guest'))).not.toContain('passport_number');
  });

  test('can be had that is already over', async () => {
    const { reply } = await tokenFor({ persona: 'timur', lifetimeSeconds: -60 });
    await expect(verify(reply.access_token ?? '')).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  test('is still good after the issuer was started again', async () => {
    const { reply } = await tokenFor({ persona: 'saule' });
    await app.close();
    app = await createIdentity({ dataDir: dataDir.path, issuer });
    url = await listen(app);
    await expect(verify(reply.access_token ?? '')).resolves.toMatchObject({
      payload: { sub: reply.subject },
    });
  });
});

test.each<[string, object, object]>([
  ['a persona nobody knows', { persona: 'nobody' }, { status: 404, reply: { code: 'persona-unknown' } }],
  ['no persona', {}, { status: 400, reply: { code: 'invalid-request' } }],
  [
    'roles of one’s own choosing',
    { persona: 'timur', roles: ['auditor'] },
    { status: 400, reply: { code: 'invalid-request' } },
  ],
  [
    'a lifetime of a year',
    { persona: 'timur', lifetimeSeconds: 31_536_000 },
    { status: 400, reply: { code: 'invalid-request' } },
  ],
])('%s is refused', async (_what, body, refusal) => {
  expect(await tokenFor(body)).toMatchObject(refusal);
});

test('tells where its keys and tokens are, and who can be had', async () => {
  const configuration = await fetch(`${url}/.well-known/openid-configuration`);
  expect(await configuration.json()).toEqual({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${issuer}/token`,
  });
  const known = (await (await fetch(`${url}/personas`)).json()) as { persona: string; roles: string[] }[];
  expect(known).toContainEqual(expect.objectContaining({ persona: 'dana', roles: ['operator'] }));
  expect(await (await fetch(`${url}/.well-known/jwks.json`)).text()).not.toContain('"d"');
});
