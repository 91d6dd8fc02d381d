/** Which callbacks we believe, against the keys of agencies that are really there. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createBerkut } from '../../agencies/berkut';
import { createCriminalRegistry } from '../../agencies/criminal-registry';
import { people } from '../../agencies/people';
import { loadSigningKey, type SigningKey } from '../../agencies/signing-key';
import { createCallbackVerifier } from '../../clients/callback-signature';
import { agencyNames, type AgencyName } from '../../domain/agencies';
import { aDataDir, clientsOf, listen, openLetterBox } from '../agencies/street';

const body = Buffer.from('{"requestId":"r-1"}');
const now = Math.floor(Date.now() / 1000);
const invalid = { ok: false, code: 'callback-signature-invalid' };

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let apps: FastifyInstance[];
let url: string;
let keys: Record<'own' | 'berkut' | 'foreign', SigningKey>;
let verify: ReturnType<typeof createCallbackVerifier>;

beforeAll(async () => {
  dataDir = await aDataDir();
  const deps = { dataDir: dataDir.path, pace: { lateMs: 0 } };
  apps = [await createCriminalRegistry(deps), await createBerkut(deps)];
  const [registry = '', berkut = ''] = await Promise.all(apps.map((app) => listen(app)));
  url = registry;
  keys = {
    own: await loadSigningKey(`${dataDir.path}/criminal-registry.key.json`),
    berkut: await loadSigningKey(`${dataDir.path}/berkut.key.json`),
    foreign: await loadSigningKey(`${dataDir.path}/foreign.key.json`),
  };
  verify = createCallbackVerifier({
    jwksUrls: keysAt({ 'criminal-registry': registry, berkut }),
    audience: 'ruqsat',
  });
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await dataDir.remove();
});

function keysAt(urls: Partial<Record<AgencyName, string>>) {
  const at = (name: AgencyName) => `${urls[name] ?? 'http://127.0.0.1:9'}/.well-known/jwks.json`;
  return Object.fromEntries(agencyNames.map((name) => [name, at(name)])) as Record<AgencyName, string>;
}

function claims(changes: JWTPayload = {}): JWTPayload {
  const body_sha256 = createHash('sha256').update(body).digest('hex');
  const usual = {
    iss: 'criminal-registry',
    aud: 'ruqsat',
    iat: now,
    exp: now + 300,
    jti: 'd-1',
    body_sha256,
  };
  return { ...usual, ...changes };
}

function sign(payload: JWTPayload, { kid, privateKey } = keys.own): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
}

test('a callback as the agency itself sends it is believed, under the id of its delivery', async () => {
  const letterBox = await openLetterBox();
  const requestId = randomUUID();
  const clients = clientsOf({ 'criminal-registry': url }, letterBox.url);
  await clients.criminalRegistry.ask({ requestId, person: people.timur.person });
  const [callback] = await letterBox.about(requestId);
  const { signature, raw = Buffer.of() } = callback ?? {};
  expect(await verify('criminal-registry', signature, raw)).toEqual({
    ok: true,
    deliveryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  raw[raw.length - 3] = 0x20;
  expect(await verify('criminal-registry', signature, raw)).toEqual(invalid);
  await letterBox.close();
});

describe('a callback is not believed', () => {
  test('when nobody signed it', async () => {
    const unsigned = { ok: false, code: 'callback-unsigned' };
    expect(await verify('criminal-registry', undefined, body)).toEqual(unsigned);
    expect(await verify('criminal-registry', '', body)).toEqual(unsigned);
  });

  test.each<[string, JWTPayload]>([
    ['it has expired', { iat: now - 200, exp: now - 60 }],
    ['it was signed too long ago, whatever it says of its end', { iat: now - 3600, exp: now + 3600 }],
  ])('when %s', async (_why, changes) => {
    const expired = { ok: false, code: 'callback-expired' };
    expect(await verify('criminal-registry', await sign(claims(changes)), body)).toEqual(expired);
  });

  test.each<[string, JWTPayload]>([
    ['it is about other bytes', { body_sha256: createHash('sha256').update('{}').digest('hex') }],
    ['it says nothing of the bytes', { body_sha256: undefined }],
    ['another agency is its issuer', { iss: 'berkut' }],
    ['it was meant for somebody else', { aud: 'elsewhere' }],
    ['it has no end', { exp: undefined }],
    ['it has no beginning', { iat: undefined }],
    ['it was signed tomorrow', { iat: now + 86_400, exp: now + 86_700 }],
    ['its delivery has no id', { jti: undefined }],
    ['the id of its delivery is absurd', { jti: 'x'.repeat(101) }],
  ])('when %s', async (_why, changes) => {
    expect(await verify('criminal-registry', await sign(claims(changes)), body)).toEqual(invalid);
  });

  test('when a key signed it that nobody published, under its own name or a stolen one', async () => {
    const { kid } = keys.own;
    expect(await verify('criminal-registry', await sign(claims(), keys.foreign), body)).toEqual(invalid);
    const stolen = await sign(claims(), { ...keys.foreign, kid });
    expect(await verify('criminal-registry', stolen, body)).toEqual(invalid);
  });

  test('when another agency signed it, as itself or in this one’s name', async () => {
    expect(await verify('criminal-registry', await sign(claims(), keys.berkut), body)).toEqual(invalid);
    const asItself = await sign(claims({ iss: 'berkut' }), keys.berkut);
    expect(await verify('criminal-registry', asItself, body)).toEqual(invalid);
    expect(await verify('berkut', asItself, body)).toEqual({ ok: true, deliveryId: 'd-1' });
  });

  test('when it is no token, an unsecured one, or signed with a secret', async () => {
    const secret = new TextEncoder().encode('x'.repeat(32));
    const withSecret = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    for (const token of ['nonsense', 'a.b.c', new UnsecuredJWT(claims()).encode(), withSecret]) {
      expect(await verify('criminal-registry', token, body)).toEqual(invalid);
    }
  });
});

test('keys that cannot be fetched are trouble, not a bad signature', async () => {
  await expect(verify('iin-registry', await sign(claims({ iss: 'iin-registry' })), body)).rejects.toThrow();
});
