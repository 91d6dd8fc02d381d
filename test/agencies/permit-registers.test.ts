/** The registers behind a temporary permit, asked through our own adapters. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { employers } from '../../agencies/employers';
import { startNeighbours } from '../../agencies/neighbours';
import { people } from '../../agencies/people';
import type { AgencyName } from '../../domain/agencies';
import { subjectFrom } from '../../domain/answer-shape';
import { readFinding } from '../../policy/findings';
import { freePorts } from '../../scripts/servers/ports';
import { aDataDir, clientsOf, control, openLetterBox } from './street';

const { timur, bekzod, orhan, olga, namesake, ulan, samir, saltanat, aruna } = people;
const names = [
  'permit-register',
  'labour-contracts',
  'insurance-register',
  'kinship-register',
  'criminal-registry',
] as const satisfies AgencyName[];
const on = '2026-05-09';
type Cast = { person: (typeof timur)['person'] };

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let letterBox: Awaited<ReturnType<typeof openLetterBox>>;
let apps: FastifyInstance[];
let urls: Record<(typeof names)[number], string>;
let clients: ReturnType<typeof clientsOf>;

beforeAll(async () => {
  dataDir = await aDataDir();
  letterBox = await openLetterBox();
  const free = await freePorts(names.length);
  const ports = Object.fromEntries(names.map((name, index) => [name, free[index]!]));
  apps = await startNeighbours({
    ...{ dataDir: dataDir.path, host: '127.0.0.1', seed: 1, issuer: undefined },
    ports,
  });
  const addresses = names.map((name) => [name, `http://127.0.0.1:${ports[name]}`]);
  urls = Object.fromEntries(addresses) as typeof urls;
  await control(urls['criminal-registry'], 'PUT /control/behaviour', { lateMs: 20 });
  clients = clientsOf(urls, letterBox.url, 3000);
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await letterBox.close();
  await dataDir.remove();
});

const about = ({ person }: Cast) => ({ requestId: randomUUID(), person });

describe('the register of permits', () => {
  test('tells of the permit and the address of a person, and repeats whom and what it was asked', async () => {
    const question = { on, permitNumber: 'TP-2025-100417' };
    const { answer } = await clients.permitRegister.ask({ ...about(bekzod), question });
    expect(answer).toMatchObject({
      ...bekzod.facts['permit-register'],
      question,
      employer: null,
      asked: subjectFrom(bekzod.person),
      subject: subjectFrom(bekzod.person),
    });
    expect(readFinding('permit-register', answer).result).toBe('clear');
  });

  test.each<[string, string, object]>([
    [
      'how many permits an employer’s staff hold',
      employers.crowded.bin,
      { known: true, validPermits: 4_200 },
    ],
    ['that nobody knows an employer', employers.unknown.bin, { known: false, validPermits: 0 }],
    ['that a stranger’s staff hold none', '180240044211', { known: true, validPermits: 0 }],
  ])('tells %s', async (_, bin, employer) => {
    const { answer } = await clients.permitRegister.ask({ ...about(orhan), question: { on, bin } });
    expect(answer.employer).toEqual(employer);
  });

  test('does not take the same request about another employer', async () => {
    const request = { ...about(orhan), question: { on, bin: employers.builder.bin } };
    await clients.permitRegister.ask(request);
    const other = clients.permitRegister.ask({ ...request, question: { on, bin: employers.crowded.bin } });
    await expect(other).rejects.toMatchObject({ code: 'agency-rejected' });
  });

  test.each([{ bin: '12' }, { on: 'in spring' }, { sponsorIin: '900101300017' }])(
    'does not understand %j',
    async (question) => {
      const asked = clients.permitRegister.ask({ ...about(timur), question });
      await expect(asked).rejects.toMatchObject({ code: 'agency-rejected', permanent: true });
    },
  );

  test('changes its mind when told to, and says so to whoever asks again', async () => {
    const request = { ...about(timur), question: { on, bin: employers.builder.bin } };
    await clients.permitRegister.ask(request);
    const order = { scope: { requestId: request.requestId }, contradiction: true };
    await control(urls['permit-register'], 'PUT /control/behaviour', order);
    const { answer } = await clients.permitRegister.ask(request);
    expect(readFinding('permit-register', answer).codes).toEqual(['employer-unknown']);
  });
});

describe('the system of labour contracts', () => {
  const { bin } = employers.builder;

  test.each<[string, Cast, string, string]>([
    ['in force', bekzod, bin, 'clear'],
    ['of a stranger, whoever employs him', timur, '180240044211', 'clear'],
    ['terminated', olga, bin, 'adverse'],
    ['with another employer', orhan, bin, 'unclear'],
  ])('tells of a contract %s', async (_, one, employer, result) => {
    const named = one === timur ? { contractNumber: 'TD-1' } : {};
    const { answer } = await clients.labourContracts.ask({
      ...about(one),
      question: { on, bin: employer, ...named },
    });
    expect(readFinding('labour-contracts', answer).result).toBe(result);
  });

  test('tells every contract of a person when nobody names an employer', async () => {
    const { answer } = await clients.labourContracts.ask({ ...about(orhan), question: {} });
    expect(answer.contracts.map((each) => each.bin)).toEqual([employers.crowded.bin]);
  });
});

describe('the registers of insurance and kinship', () => {
  test('tell of a policy that covers the day', async () => {
    const { answer } = await clients.insuranceRegister.ask({ ...about(timur), question: { on } });
    expect(readFinding('insurance-register', answer).result).toBe('clear');
  });

  test.each<[string, Cast, string]>([
    ['wife', saltanat, 'spouse'],
    ['child of fifteen', aruna, 'child'],
  ])('tell of the %s of a citizen', async (_, one, relation) => {
    const question = { on, sponsorIin: '900101300017' };
    const { answer } = await clients.kinshipRegister.ask({ ...about(one), question });
    expect(answer).toMatchObject({ relation, sponsor: { status: 'citizen', alive: true } });
    expect(readFinding('kinship-register', answer).result).toBe('clear');
  });
});

describe('the criminal registry', () => {
  type Body = Parameters<typeof readFinding<'criminal-registry'>>[1];

  async function answersAbout(one: Cast, count = 1, order: object = {}): Promise<Body[]> {
    const request = about(one);
    const { passportNumber } = one.person;
    const behaviour = { scope: { passportNumber }, lateMs: 20, ...order };
    await control(urls['criminal-registry'], 'PUT /control/behaviour', behaviour);
    await clients.criminalRegistry.ask(request);
    const letters = await letterBox.about(request.requestId, count);
    return letters.map(({ body }) => body as Body);
  }

  test('says of a wanted man that he is, and of his namesake whose file that was', async () => {
    const [wanted] = await answersAbout(ulan);
    const [taken] = await answersAbout(namesake);
    expect(wanted).toMatchObject({ subject: subjectFrom(ulan.person) });
    expect(readFinding('criminal-registry', wanted!)).toEqual({ result: 'adverse', codes: ['wanted'] });
    expect(taken).toMatchObject({ subject: subjectFrom(ulan.person), wanted: true });
    expect(readFinding('criminal-registry', taken!)).toEqual({
      result: 'unclear',
      codes: ['same-name-only'],
    });
  });

  test('says something else in a second answer, when the control door has it sent', async () => {
    const answers = await answersAbout(samir, 2, { contradiction: true });
    const results = answers.map((answer) => readFinding('criminal-registry', answer).result);
    expect(results).toEqual(['clear', 'adverse']);
  });
});
