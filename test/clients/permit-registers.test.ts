/** Whether we believe a register: an answer about somebody or something else than was asked is none. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { subjectFrom } from '../../domain/answer-shape';
import { clientsOf } from '../agencies/street';

const { person } = people.bekzod;
const question = { on: '2026-05-09', bin: '150340011878' };
const own = subjectFrom(person);
const policies = [{ number: 'MS-1', from: '2026-01-01', until: '2026-12-31', covers: 'medical' }];
const whole = {
  ...{ requestId: 'r-1', answerId: 'a-1', asked: own, subject: own, question },
  currentPermit: null,
  registration: null,
  employer: { known: true, validPermits: 3 },
};

let server: Server;
let reply: object;
let clients: ReturnType<typeof clientsOf>;

beforeAll(async () => {
  server = createServer((_, response) => response.end(JSON.stringify(reply)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  clients = clientsOf({ 'permit-register': url, 'insurance-register': url }, 'http://us', 2_000);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = () => clients.permitRegister.ask({ requestId: 'r-1', person, question });

describe('an answer of the register of permits', () => {
  test('is believed when it repeats the person and the question', async () => {
    reply = whole;
    expect((await ask()).answer).toEqual(whole);
  });

  test('is believed when it says that it read another person’s file: that is for a person to judge', async () => {
    reply = { ...whole, subject: subjectFrom(people.orhan.person) };
    expect((await ask()).answer.subject.passportNumber).toBe(people.orhan.person.passportNumber);
  });

  test.each<[string, object, string]>([
    ['to a question about another person', { asked: subjectFrom(people.orhan.person) }, 'agency-mismatch'],
    [
      'to a question about another passport',
      { asked: { ...own, passportNumber: 'FA0000000' } },
      'agency-mismatch',
    ],
    [
      'to a question about another employer',
      { question: { ...question, bin: '090740022656' } },
      'agency-mismatch',
    ],
    ['to a question of another day', { question: { ...question, on: '2026-05-08' } }, 'agency-mismatch'],
    ['that leaves out the employer', { employer: null }, 'agency-malformed'],
    ['that does not say whose file it read', { subject: undefined }, 'agency-malformed'],
    ['with a debt of permits', { employer: { known: true, validPermits: -1 } }, 'agency-malformed'],
    ['with a member nobody agreed on', { limit: 5 }, 'agency-malformed'],
  ])('%s is trouble', async (_, unlike, code) => {
    reply = { ...whole, ...unlike };
    await expect(ask()).rejects.toMatchObject({ agency: 'permit-register', code });
  });
});

describe('an answer of the register of insurance', () => {
  test('to another question than ours is trouble', async () => {
    reply = { ...{ requestId: 'r-1', answerId: 'a-1', asked: own, subject: own }, question: {}, policies };
    const asked = clients.insuranceRegister.ask({ requestId: 'r-1', person, question: { on: question.on } });
    await expect(asked).rejects.toMatchObject({ code: 'agency-mismatch' });
  });
});
