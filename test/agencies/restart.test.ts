/** What an agency remembers when its process ends, in order or not. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createCriminalRegistry } from '../../agencies/criminal-registry';
import { createIinRegistry } from '../../agencies/iin-registry';
import { people } from '../../agencies/people';
import { aDataDir, clientsOf, control, listen, openLetterBox, until } from './street';

const { timur, leyla } = people;
let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let letterBox: Awaited<ReturnType<typeof openLetterBox>>;
let open: FastifyInstance[];

beforeEach(async () => {
  dataDir = await aDataDir();
  letterBox = await openLetterBox();
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((app) => app.close()));
  await letterBox.close();
  await dataDir.remove();
});

function start(app: FastifyInstance): Promise<string> {
  open.push(app);
  return listen(app);
}

function registryClient(url: string, callbackBaseUrl = letterBox.url) {
  return clientsOf({ 'criminal-registry': url }, callbackBaseUrl, 2000).criminalRegistry;
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('an answer that was still owed comes after the restart, with the key it always had', async () => {
  const requestId = randomUUID();
  const before = await createCriminalRegistry({ dataDir: dataDir.path, pace: { lateMs: 400 } });
  const url = await start(before);
  const { reference } = await registryClient(url).ask({ requestId, person: timur.person });
  const keys = await (await fetch(`${url}/.well-known/jwks.json`)).json();
  await before.close();
  expect(letterBox.received).toHaveLength(0);

  const after = await createCriminalRegistry({ dataDir: dataDir.path });
  const newUrl = await start(after);
  expect(await letterBox.about(requestId)).toHaveLength(1);
  expect((await registryClient(newUrl).ask({ requestId, person: timur.person })).reference).toBe(reference);
  expect(await (await fetch(`${newUrl}/.well-known/jwks.json`)).json()).toEqual(keys);
});

test('a silence outlives the restart and can still be broken', async () => {
  const requestId = randomUUID();
  const before = await createCriminalRegistry({ dataDir: dataDir.path, pace: { lateMs: 0 } });
  await registryClient(await start(before)).ask({ requestId, person: leyla.person });
  await before.close();

  const after = await createCriminalRegistry({ dataDir: dataDir.path });
  const url = await start(after);
  expect(await control(url, 'POST /control/answer-now', { requestId })).toMatchObject({ delivered: 1 });
  expect(await letterBox.about(requestId)).toHaveLength(1);
});

test('a file copied from a killed process, its last line cut off, gives the same answers', async () => {
  const request = { requestId: randomUUID(), person: timur.person };
  const registry = await createIinRegistry({ dataDir: dataDir.path });
  const askAt = (url: string) => clientsOf({ 'iin-registry': url }, letterBox.url).iinRegistry.ask(request);
  const first = await askAt(await start(registry));
  const copy = join(dataDir.path, 'copy');
  mkdirSync(copy);
  copyFileSync(join(dataDir.path, 'iin-registry.requests.jsonl'), join(copy, 'iin-registry.requests.jsonl'));
  appendFileSync(join(copy, 'iin-registry.requests.jsonl'), '["cut-off",{"requestId":"cut');
  await registry.close();

  const revived = await createIinRegistry({ dataDir: copy });
  expect(await askAt(await start(revived))).toEqual(first);
});

test('a callback waits for us while we are down', async () => {
  const port = await aFreePort();
  const requestId = randomUUID();
  const registry = await createCriminalRegistry({ dataDir: dataDir.path, pace: { lateMs: 0 } });
  const url = await start(registry);
  await registryClient(url, `http://127.0.0.1:${port}`).ask({ requestId, person: timur.person });
  await until(async () => {
    const { pending } = (await control(url, 'GET /control')) as {
      pending: { letters: { attempts: number }[] }[];
    };
    return pending[0]?.letters.find(({ attempts }) => attempts > 0);
  });
  const late = await openLetterBox(port);
  expect(await late.about(requestId)).toHaveLength(1);
  await late.close();
});
