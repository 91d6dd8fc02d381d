/** Asking an agency: each answers in its own way, once, and only what it understands. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createBerkut } from '../../agencies/berkut';
import { createCriminalRegistry } from '../../agencies/criminal-registry';
import { createFingerprintRegistry } from '../../agencies/fingerprint-registry';
import { createIinRegistry } from '../../agencies/iin-registry';
import { people } from '../../agencies/people';
import { createTestingCentre } from '../../agencies/testing-centre';
import { aDataDir, clientsOf, listen, openLetterBox } from './street';

const pace = { latencyMs: 0, latencyJitterMs: 0, lateMs: 20 };
const { timur, rustam, oyuna } = people;
const stranger = { ...timur.person, passportNumber: 'XX0000001', iin: undefined };

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let letterBox: Awaited<ReturnType<typeof openLetterBox>>;
let apps: FastifyInstance[];
let clients: ReturnType<typeof clientsOf>;
let berkutUrl: string;

beforeAll(async () => {
  dataDir = await aDataDir();
  letterBox = await openLetterBox();
  const deps = { dataDir: dataDir.path, pace };
  apps = await Promise.all([
    createBerkut(deps),
    createIinRegistry(deps),
    createFingerprintRegistry({ ...deps, pace: { latencyMs: 30 } }),
    createCriminalRegistry(deps),
    createTestingCentre(deps),
  ]);
  const [berkut, iin, fingerprints, criminal, testing] = await Promise.all(apps.map((app) => listen(app)));
  berkutUrl = berkut ?? '';
  const urls = {
    berkut,
    'iin-registry': iin,
    'fingerprint-registry': fingerprints,
    'criminal-registry': criminal,
    'testing-centre': testing,
  };
  clients = clientsOf(urls, letterBox.url, 3000);
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await letterBox.close();
  await dataDir.remove();
});

function askBerkut(body: object, key?: string) {
  return fetch(`${berkutUrl}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  });
}

describe('an agency that answers in its reply', () => {
  test('Berkut tells of an overstay', async () => {
    const { kind, answer } = await clients.berkut.ask({ requestId: randomUUID(), person: rustam.person });
    expect(kind).toBe('answered');
    expect(answer).toMatchObject(rustam.facts.berkut);
  });

  test('the registry of numbers and the fingerprint registry answer about a stranger', async () => {
    const requestId = randomUUID();
    const iin = await clients.iinRegistry.ask({ requestId, person: stranger });
    const prints = await clients.fingerprintRegistry.ask({ requestId, person: stranger });
    expect([iin.answer.status, prints.answer.status]).toEqual(['match', 'match']);
  });

  test('the same request again has the same answer', async () => {
    const request = { requestId: randomUUID(), person: rustam.person };
    const [first, second] = await Promise.all([clients.berkut.ask(request), clients.berkut.ask(request)]);
    expect(second).toEqual(first);
    expect(await clients.berkut.ask(request)).toEqual(first);
  });

  test('the same request about somebody else is rejected', async () => {
    const requestId = randomUUID();
    await clients.berkut.ask({ requestId, person: rustam.person });
    const asked = clients.berkut.ask({ requestId, person: timur.person });
    await expect(asked).rejects.toMatchObject({ code: 'agency-rejected', permanent: true });
  });
});

describe('an agency that answers by callback', () => {
  test('the criminal registry accepts now and answers later, signed', async () => {
    const requestId = randomUUID();
    const { kind, reference } = await clients.criminalRegistry.ask({ requestId, person: timur.person });
    const [callback] = await letterBox.about(requestId);
    expect([kind, reference.length > 0]).toEqual(['accepted', true]);
    expect(callback?.path).toBe('/callbacks/criminal-registry');
    expect(callback?.body).toMatchObject({ requestId, record: 'none', wanted: false });
    expect(callback?.signature?.split('.')).toHaveLength(3);
  });

  test('the testing centre books an attempt and sends its result', async () => {
    const request = { requestId: randomUUID(), person: oyuna.person, level: 'B1' as const };
    const { sitsAt, reference } = await clients.testingCentre.bookAttempt(request);
    const [callback] = await letterBox.about(request.requestId);
    const { blocks, bannedItems } = oyuna.facts['testing-centre'];
    expect(callback?.body).toMatchObject({ level: 'B1', satAt: sitsAt, blocks, bannedItems });
    expect((await clients.testingCentre.bookAttempt(request)).reference).toBe(reference);
    const otherLevel = clients.testingCentre.bookAttempt({ ...request, level: 'A1' });
    await expect(otherLevel).rejects.toMatchObject({ code: 'agency-rejected' });
  });
});

describe('what an agency does not understand', () => {
  const good = { requestId: 'r-1', person: timur.person };
  const impossible = { ...timur.person, bornOn: '1988-02-30' };
  test.each<[string, object]>([
    ['a member nobody agreed on', { ...good, urgent: true }],
    ['a wrong type', { ...good, requestId: 7 }],
    ['a day that is none', { ...good, person: impossible }],
    ['a callback it does not make', { ...good, callbackUrl: 'http://127.0.0.1/' }],
  ])('%s is a problem', async (_what, body) => {
    const response = await askBerkut(body, 'r-1');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  test.each([undefined, 'r-2'])('the Idempotency-Key %s is a problem', async (key) => {
    const response = await askBerkut(good, key);
    expect(await response.json()).toMatchObject({ status: 400, code: 'idempotency-key-mismatch' });
  });

  test('a path that is not there is a problem too, and the agency is well', async () => {
    expect(await (await fetch(`${berkutUrl}/nowhere`)).json()).toMatchObject({ code: 'not-found' });
    expect(await (await fetch(`${berkutUrl}/health`)).json()).toEqual({ status: 'ok', name: 'berkut' });
  });
});
