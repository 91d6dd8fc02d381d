/** The neighbours of the verification, asked through our own adapters. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { startNeighbours } from '../../agencies/neighbours';
import { people } from '../../agencies/people';
import { today } from '../../agencies/cast-days';
import { agencyNames, type AgencyName } from '../../domain/agencies';
import { monthsAfter } from '../../domain/law-day';
import { freePorts } from '../../scripts/servers/ports';
import { aDataDir, clientsOf, control, openLetterBox, until } from './street';

const { timur, sanjar, aizada, batbayar, irina, davron, hakan, sevda } = people;
interface Shown {
  letters: { state: string }[];
}
type Cast = { person: (typeof timur)['person'] };

let dataDir: Awaited<ReturnType<typeof aDataDir>>;
let letterBox: Awaited<ReturnType<typeof openLetterBox>>;
let apps: FastifyInstance[];
let urls: Record<AgencyName, string>;
let clients: ReturnType<typeof clientsOf>;

beforeAll(async () => {
  dataDir = await aDataDir();
  letterBox = await openLetterBox();
  const free = await freePorts(agencyNames.length);
  const ports = Object.fromEntries(agencyNames.map((name, index) => [name, free[index]!]));
  apps = await startNeighbours({
    dataDir: dataDir.path,
    host: '127.0.0.1',
    seed: 1,
    issuer: undefined,
    ports,
  });
  urls = Object.fromEntries(
    agencyNames.map((name) => [name, `http://127.0.0.1:${ports[name]}`]),
  ) as typeof urls;
  for (const agency of ['security-service', 'bank', 'testing-centre'] as const) {
    await control(urls[agency], 'PUT /control/behaviour', { lateMs: 20 });
  }
  clients = clientsOf(urls, letterBox.url, 3000);
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await letterBox.close();
  await dataDir.remove();
});

const about = ({ person }: Cast) => ({ requestId: randomUUID(), person });

describe('the security service', () => {
  test.each<[string, Cast, string]>([
    ['agrees', timur, 'agreement'],
    ['objects', sanjar, 'objection'],
  ])('%s by a signed letter', async (_, one, position) => {
    const request = about(one);
    expect((await clients.securityService.ask(request)).kind).toBe('accepted');
    const [letter] = await letterBox.about(request.requestId);
    expect(letter).toMatchObject({ path: '/callbacks/security-service', body: { position } });
    expect(letter?.signature?.split('.')).toHaveLength(3);
  });

  test('stays silent about somebody until it is told to speak', async () => {
    const request = about(aizada);
    await clients.securityService.ask(request);
    await until(async () => {
      const { pending } = (await control(urls['security-service'], 'GET /control')) as { pending: Shown[] };
      return pending.flatMap(({ letters }) => letters).find(({ state }) => state === 'silent');
    });
    const told = { requestId: request.requestId, answer: { position: 'more-time' } };
    expect(await control(urls['security-service'], 'POST /control/answer-now', told)).toMatchObject({
      delivered: 1,
    });
    const letters = await letterBox.about(request.requestId);
    expect(letters.map(({ body }) => body?.position)).toEqual(['more-time']);
  });
});

describe('the migration register', () => {
  test('knows of no other application, as of a day', async () => {
    const { answer } = await clients.migrationRegister.ask(about(timur));
    expect(answer.applications).toEqual([]);
    expect(answer.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('knows of one that is open', async () => {
    const { answer } = await clients.migrationRegister.ask(about(batbayar));
    expect(answer.applications).toEqual(batbayar.facts['migration-register'].applications);
  });
});

describe('the bank', () => {
  const certificate = { bank: 'Altyn Qazyna', number: '17-04/226', issuedOn: '2026-04-20' };

  test.each<[string, Cast, object]>([
    ['confirms a certificate and the money', timur, { status: 'genuine', amountTenge: 7_200_000 }],
    ['does not confirm one', irina, { status: 'not-genuine', amountTenge: 0 }],
  ])('%s by a signed letter that repeats what was required', async (_, one, told) => {
    const request = { ...about(one), subject: { certificate, requiredTenge: 5_709_000 } };
    await clients.bank.ask(request);
    const [letter] = await letterBox.about(request.requestId);
    expect(letter).toMatchObject({
      path: '/callbacks/bank',
      body: { ...told, requiredTenge: 5_709_000 },
    });
  });

  test('does not pretend that an amount was required when none was', async () => {
    const request = about(timur);
    await clients.bank.ask(request);
    const [letter] = await letterBox.about(request.requestId);
    expect(letter?.body?.requiredTenge).toBeNull();
  });

  test.each<[string, object]>([
    ['a part of a tenge', { requiredTenge: 5_709_000.5 }],
    ['a debt', { requiredTenge: -1 }],
    ['a certificate without a number', { certificate: { bank: 'Altyn Qazyna', issuedOn: '2026-04-20' } }],
    ['a member nobody agreed on', { pin: '1234' }],
  ])('does not understand %s', async (_, subject) => {
    const asked = clients.bank.ask({ ...about(timur), subject });
    await expect(asked).rejects.toMatchObject({ code: 'agency-rejected', permanent: true });
  });
});

describe('the medical registry', () => {
  test.each<[string, Cast, object]>([
    ['a valid certificate', timur, { status: 'valid', diseaseCodes: [] }],
    ['a disease that bars', davron, { status: 'barring', diseaseCodes: ['A15.0'] }],
  ])('tells at once of %s', async (_, one, facts) => {
    expect((await clients.medicalRegistry.ask(about(one))).answer).toMatchObject(facts);
  });
});

describe('the registry of numbers', () => {
  const child = { surname: 'Yildirgan', givenName: 'Deniz', bornOn: '2015-09-01' };

  test('says nothing of a family that it was not asked about', async () => {
    expect((await clients.iinRegistry.ask(about(hakan))).answer).not.toHaveProperty('family');
  });

  test.each<[string, Cast, string]>([
    ['match', timur, 'match'],
    ['are not known', hakan, 'unknown'],
  ])('answers about each member of a family whose numbers %s', async (_, one, status) => {
    const family = [child, { ...child, givenName: 'Ela', iin: '180305600122' }];
    const { answer } = await clients.iinRegistry.ask({ ...about(one), family });
    expect(answer).toMatchObject({ status: 'match', family: [status, status] });
  });

  test('repeats which document it was asked about', async () => {
    const question = { on: today(), issuedOn: '2023-05-11', validUntil: '2033-05-10' };
    const { answer } = await clients.iinRegistry.ask({ ...about(timur), question });
    expect(answer).toMatchObject({ status: 'match', question });
  });

  test('rejects the same request about another family', async () => {
    const request = about(timur);
    await clients.iinRegistry.ask({ ...request, family: [child] });
    const other = clients.iinRegistry.ask({ ...request, family: [{ ...child, givenName: 'Ela' }] });
    await expect(other).rejects.toMatchObject({ code: 'agency-rejected' });
  });
});

describe('the testing centre', () => {
  const issuedOn = monthsAfter(today(), -13);
  const certificate = { number: 'KZT-B1-20413', level: 'B1' as const, issuedOn };

  test.each<[string, Cast, object]>([
    ['confirms', timur, { status: 'genuine', validUntil: monthsAfter(issuedOn, 24) }],
    ['does not confirm', sevda, { status: 'not-genuine', validUntil: null }],
  ])('%s a certificate, at the door for certificates', async (_, one, told) => {
    const request = { ...about(one), certificate };
    expect((await clients.testingCentre.confirmCertificate(request)).kind).toBe('accepted');
    const [letter] = await letterBox.about(request.requestId);
    expect(letter).toMatchObject({
      path: '/callbacks/testing-centre/certificates',
      body: { certificateNumber: certificate.number, level: 'B1', ...told },
    });
  });

  test.each([
    [-23, 'genuine'],
    [-25, 'expired'],
  ])(
    'says of a certificate issued %i months from now that it is %s, until told otherwise',
    async (months, status) => {
      const issuedOn = monthsAfter(today(), months);
      const request = { ...about(timur), certificate: { ...certificate, level: 'C1' as const, issuedOn } };
      await clients.testingCentre.confirmCertificate(request);
      const [letter] = await letterBox.about(request.requestId);
      const facts = { level: 'C1', status, validUntil: monthsAfter(issuedOn, 24) };
      expect(letter?.body).toMatchObject(facts);
      const { requestId } = request;
      await control(urls['testing-centre'], 'POST /control/contradict-now', { requestId });
      const letters = await letterBox.about(requestId, 2);
      const other = status === 'expired' ? 'genuine' : 'not-genuine';
      expect(letters.map(({ body }) => body?.status)).toContain(other);
    },
  );

  test('still sends the results of tests to their own door', async () => {
    const request = { ...about(timur), level: 'B1' as const };
    await clients.testingCentre.bookAttempt(request);
    const [letter] = await letterBox.about(request.requestId);
    expect(letter?.path).toBe('/callbacks/testing-centre');
  });

  test('can be told to change its mind about a certificate', async () => {
    const request = { ...about(timur), certificate };
    await clients.testingCentre.confirmCertificate(request);
    await letterBox.about(request.requestId);
    const told = { requestId: request.requestId, answer: { status: 'of-another-person' } };
    await control(urls['testing-centre'], 'POST /control/answer-now', told);
    const [first, second] = await letterBox.about(request.requestId, 2);
    expect([first, second].map((letter) => letter?.body?.status)).toContain('of-another-person');
  });
});
