/** The control door of an agency that answers by callback, seen from where its callbacks arrive. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { Value } from 'typebox/value';
import { createCriminalRegistry } from '../../agencies/criminal-registry';
import { people } from '../../agencies/people';
import { CriminalRegistryAnswer } from '../../domain/agency-answers';
import { isAskedAbout } from '../../domain/answer-shape';
import { aDataDir, clientsOf, control, listen, openLetterBox, until } from './street';

const { timur, leyla } = people;

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let letterBox: Awaited<ReturnType<typeof openLetterBox>>;
let app: FastifyInstance;
let url: string;
let registry: ReturnType<typeof clientsOf>['criminalRegistry'];

beforeAll(async () => {
  dataDir = await aDataDir();
  letterBox = await openLetterBox();
  app = await createCriminalRegistry({ dataDir: dataDir.path, pace: { lateMs: 20 } });
  url = await listen(app);
  registry = clientsOf({ 'criminal-registry': url }, letterBox.url).criminalRegistry;
});

afterEach(() => control(url, 'DELETE /control/behaviour'));

afterAll(async () => {
  await app.close();
  await letterBox.close();
  await dataDir.remove();
});

interface Shown {
  requestId: string;
  letters: { state: string; attempts: number; lastStatus: number | null }[];
}

const order = (behaviour: object) => control(url, 'PUT /control/behaviour', behaviour);
const answerNow = (about: object) => control(url, 'POST /control/answer-now', about);

async function ask({ person } = timur): Promise<string> {
  const requestId = randomUUID();
  await registry.ask({ requestId, person });
  return requestId;
}

async function shown(requestId: string) {
  const { pending, answered } = (await control(url, 'GET /control')) as Record<
    'pending' | 'answered',
    Shown[]
  >;
  const of = (list: Shown[]) => list.find((request) => request.requestId === requestId);
  return { pending: of(pending), answered: of(answered) };
}

describe('what an agency can be told to do', () => {
  test('to send copies, each a delivery of its own with the same answer', async () => {
    await order({ duplicates: 2 });
    const requestId = await ask();
    const copies = await letterBox.about(requestId, 3);
    expect(new Set(copies.map(({ raw }) => raw.toString())).size).toBe(1);
    expect(new Set(copies.map(({ signature }) => signature)).size).toBe(3);
  });

  test('to contradict itself later', async () => {
    await order({ contradiction: true });
    const [first, second] = await letterBox.about(await ask(), 2);
    expect(first?.body?.record).toBe('none');
    expect(second?.body?.record).toBe('unspent');
    expect(second?.body?.answerId).not.toBe(first?.body?.answerId);
  });

  test('to contradict itself on command, once more each time', async () => {
    const requestId = await ask();
    await letterBox.about(requestId);
    await until(async () => (await shown(requestId)).answered);
    for (const record of ['unspent', 'none']) {
      const told = await control(url, 'POST /control/contradict-now', { requestId });
      expect(told).toMatchObject({ delivered: 1, replies: [{ requestId, status: 204 }] });
      const letters = await letterBox.about(requestId, record === 'unspent' ? 2 : 3);
      expect(letters.at(-1)?.body).toMatchObject({ requestId, record });
    }
    const ids = (await letterBox.about(requestId, 3)).map(({ body }) => body?.answerId);
    expect(new Set(ids).size).toBe(3);
  });

  test('to be late', async () => {
    await order({ lateMs: 150 });
    const asked = Date.now();
    await letterBox.about(await ask());
    expect(Date.now() - asked).toBeGreaterThanOrEqual(140);
  });

  test('to act and never say so: the answer comes all the same', async () => {
    await order({ timeoutAfterActing: { times: 1 } });
    const requestId = randomUUID();
    const asked = registry.ask({ requestId, person: timur.person });
    await expect(asked).rejects.toMatchObject({ code: 'agency-timeout' });
    expect(await letterBox.about(requestId)).toHaveLength(1);
    expect((await registry.ask({ requestId, person: timur.person })).kind).toBe('accepted');
  });

  test('to send what cannot be read, which we refuse, and later what can', async () => {
    await order({ malformed: 'schema' });
    letterBox.replies.push(400);
    const requestId = await ask();
    const [wrong] = await letterBox.about(requestId);
    expect(wrong?.body).toHaveProperty('verdict');
    await until(async () =>
      (await shown(requestId)).pending?.letters.find(({ state }) => state === 'refused'),
    );
    await control(url, 'DELETE /control/behaviour');
    expect(await answerNow({ requestId })).toMatchObject({
      delivered: 1,
      replies: [{ requestId, status: 204 }],
    });
    const [, right] = await letterBox.about(requestId, 2);
    expect(right?.body).toMatchObject({ record: 'none' });
  });

  test.each(['json', 'wrong-request'])('to send a callback that is wrong: %s', async (malformed) => {
    await order({ malformed });
    const before = letterBox.received.length;
    const requestId = await ask();
    await until(async () => (await shown(requestId)).answered);
    const wrong = letterBox.received[before];
    expect(wrong?.body?.requestId).not.toBe(requestId);
    expect(wrong?.body === undefined).toBe(malformed === 'json');
  });

  test('to send a callback about somebody who was not asked about, under our question’s id', async () => {
    await order({ malformed: 'wrong-person' });
    const requestId = await ask();
    const [wrong] = await letterBox.about(requestId);
    const letter = wrong?.body as CriminalRegistryAnswer;
    expect(letter).toMatchObject({ requestId, record: 'none' });
    expect(Value.Check(CriminalRegistryAnswer, letter)).toBe(true);
    expect(isAskedAbout(timur.person, letter)).toBe(false);
    expect(letter.subject).toEqual(letter.asked);
  });
});

describe('silence', () => {
  test('somebody of the cast is met with silence, until the registry is told to answer', async () => {
    const requestId = await ask(leyla);
    await until(async () =>
      (await shown(requestId)).pending?.letters.find(({ state }) => state === 'silent'),
    );
    const { passportNumber } = leyla.person;
    const told = await answerNow({ passportNumber, answer: { record: 'spent' } });
    expect(told).toEqual({ delivered: 1, replies: [{ requestId, status: 204, body: '' }] });
    const [callback] = await letterBox.about(requestId);
    expect(callback?.body).toMatchObject({ requestId, record: 'spent', wanted: false });
    expect(await answerNow({ passportNumber })).toEqual({ delivered: 0, replies: [] });
  });

  test('an order can make a silent person’s file speak', async () => {
    await order({ scope: { passportNumber: leyla.person.passportNumber }, silent: false });
    expect(await letterBox.about(await ask(leyla))).toHaveLength(1);
  });

  test('an answered request named by its id is answered again, with other facts as another answer', async () => {
    const requestId = await ask();
    await letterBox.about(requestId);
    await until(async () => (await shown(requestId)).answered);
    await answerNow({ requestId, answer: { wanted: true } });
    const [first, second] = await letterBox.about(requestId, 2);
    expect(second?.body).toMatchObject({ wanted: true });
    expect(second?.body?.answerId).not.toBe(first?.body?.answerId);
  });
});

describe('when we do not take a callback', () => {
  test('it comes again after a 503, as another delivery of the same answer', async () => {
    letterBox.replies.push(503);
    const requestId = await ask();
    const [first, again] = await letterBox.about(requestId, 2);
    expect(again?.raw).toEqual(first?.raw);
    expect(again?.signature).not.toBe(first?.signature);
    const { letters } = await until(async () => (await shown(requestId)).answered);
    expect(letters).toEqual([expect.objectContaining({ state: 'delivered', attempts: 2, lastStatus: 204 })]);
  });

  test('it does not come again after a 409', async () => {
    letterBox.replies.push(409);
    const requestId = await ask();
    const refused = await until(async () =>
      (await shown(requestId)).pending?.letters.find(({ state }) => state === 'refused'),
    );
    expect(refused).toMatchObject({ attempts: 1, lastStatus: 409 });
  });
});
