/** What our adapters make of a line that is bad in ways no agency of ours is. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { AgencyTrouble } from '../../clients/agency-trouble';
import { agencyNames } from '../../domain/agencies';
import { subjectFrom } from '../../domain/answer-shape';
import { clientsOf } from '../agencies/street';

function status(code: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => response.writeHead(code, headers).end('{"detail":"Sadyrkulov"}');
}

const half: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"requestId":');
  setTimeout(() => response.destroy(), 20);
};

const drip: RequestListener = (_, response) => {
  const drops = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(drops));
};

const flood: RequestListener = (_, response) => {
  response.end(Buffer.alloc(2 * 1024 * 1024, ' '));
};

const { person } = people.timur;
const request = { requestId: 'r-1', person };
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function clientsOfOne(listener: RequestListener, timeoutMs = 10_000) {
  const one = createServer(listener);
  server = one;
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
  return clientsOf(Object.fromEntries(agencyNames.map((agency) => [agency, url])), url, timeoutMs);
}

async function troubleOf(asked: Promise<unknown>): Promise<AgencyTrouble> {
  const error = await asked.then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  if (error instanceof AgencyTrouble) return error;
  throw error;
}

const own = subjectFrom(person);
const unknown = { requestId: 'r-1', answerId: 'a-1', asked: own, subject: own, status: 'unknown' };

describe('a reply', () => {
  const another = subjectFrom(people.elif.person);
  const said = { requestId: 'r-1', answerId: 'a-1' };
  const facts = {
    berkut: { crossings: [], overstayDays: 0, entryBan: false },
    'iin-registry': { status: 'match' },
    'fingerprint-registry': { status: 'match' },
    'migration-register': { asOf: '2026-05-09', applications: [] },
    'medical-registry': { status: 'valid', diseaseCodes: [] },
  } as const;
  type Agency = keyof typeof facts;
  const agencies = Object.keys(facts) as Agency[];

  async function replied(agency: Agency, named: object): Promise<unknown> {
    const clients = await clientsOfOne((_, response) =>
      response.end(JSON.stringify({ ...said, ...facts[agency], ...named })),
    );
    const ask = {
      berkut: clients.berkut,
      'iin-registry': clients.iinRegistry,
      'fingerprint-registry': clients.fingerprintRegistry,
      'migration-register': clients.migrationRegister,
      'medical-registry': clients.medicalRegistry,
    } as const satisfies Record<Agency, object>;
    return ask[agency].ask(request);
  }

  test.each(agencies)('of %s that repeats our person is believed, whosever file it read', async (agency) => {
    const answer = { ...said, ...facts[agency], asked: own, subject: another };
    expect(await replied(agency, { asked: own, subject: another })).toEqual({ kind: 'answered', answer });
  });

  test.each(agencies)('of %s under our id, but about another person, is none', async (agency) => {
    const trouble = await troubleOf(replied(agency, { asked: another, subject: another }));
    expect(trouble).toMatchObject({ agency, code: 'agency-mismatch', permanent: false, unusable: true });
  });

  test.each<[string, object]>([
    ['whose passport is another one', { asked: { ...own, passportNumber: 'PE0000000' }, subject: own }],
    ['whose IIN is left out', { asked: { ...own, iin: undefined }, subject: own }],
    ['born on another day', { asked: { ...own, bornOn: '1988-03-15' }, subject: own }],
    ['who is not said, though another file was read', { subject: another }],
    ['who is not said at all', {}],
    ['whose file is not said', { asked: own }],
  ])('about somebody %s is none', async (_what, named) => {
    expect((await troubleOf(replied('berkut', named))).code).toBe('agency-mismatch');
  });
});

describe('the line', () => {
  test('sends the person, the request’s id twice and nothing else', async () => {
    const seen: { path?: string; key?: unknown; body: string }[] = [];
    const { iinRegistry } = await clientsOfOne((incoming, response) => {
      let body = '';
      incoming.on('data', (part: Buffer) => (body += part.toString()));
      incoming.on('end', () => {
        seen.push({ path: incoming.url, key: incoming.headers['idempotency-key'], body });
        response.end(JSON.stringify(unknown));
      });
    });
    expect(await iinRegistry.ask(request)).toEqual({
      kind: 'answered',
      answer: unknown,
    });
    expect(seen).toEqual([{ path: '/requests', key: 'r-1', body: JSON.stringify(request) }]);
  });

  test.each<[string, RequestListener, Partial<AgencyTrouble>]>([
    ['a body that stops half way', half, { code: 'agency-unreachable', permanent: false }],
    ['a body that never ends in time', drip, { code: 'agency-timeout', permanent: false }],
    ['a body without bounds', flood, { code: 'agency-malformed' }],
    [
      'a redirect',
      status(302, { location: 'http://127.0.0.1:9/' }),
      { code: 'agency-error', permanent: false },
    ],
    [
      'a wish to be asked later',
      status(429, { 'retry-after': '7' }),
      { code: 'agency-limited', retryAfterMs: 7000, weight: 'not-at-all' },
    ],
    [
      'an announced absence',
      status(503, { 'retry-after': '3600' }),
      { code: 'agency-away', retryAfterMs: 3_600_000, weight: 'at-once' },
    ],
    ['an absence without an end', status(503), { code: 'agency-error', weight: 'each-time' }],
    ['an acceptance where an answer was due', status(202), { code: 'agency-malformed' }],
    ['a refusal', status(403), { code: 'agency-rejected', permanent: true }],
  ])('%s is trouble with a code', async (_what, listener, expected) => {
    const { iinRegistry } = await clientsOfOne(listener, listener === drip ? 200 : undefined);
    const trouble = await troubleOf(iinRegistry.ask(request));
    expect(trouble).toMatchObject({ agency: 'iin-registry', ...expected });
  });

  test.each<[string, object]>([
    ['nobody of the family', {}],
    ['only one of two', { family: ['match'] }],
    ['more people than were asked about', { family: ['match', 'match', 'match'] }],
  ])('an answer about %s is malformed, never clear', async (_what, told) => {
    const { iinRegistry } = await clientsOfOne((_, response) =>
      response.end(JSON.stringify({ ...unknown, status: 'match', ...told })),
    );
    const child = { surname: 'Sadyrkulova', givenName: 'Aida', bornOn: '2016-02-03' };
    const family = [child, { ...child, givenName: 'Meerim' }];
    const trouble = await troubleOf(iinRegistry.ask({ ...request, family }));
    expect(trouble.code).toBe('agency-malformed');
  });

  test('an answer where an acceptance was due is trouble too', async () => {
    const { criminalRegistry } = await clientsOfOne((_, response) => response.end('{}'));
    expect((await troubleOf(criminalRegistry.ask(request))).code).toBe('agency-malformed');
  });

  test('nobody there is trouble, and no message tells of the person', async () => {
    const { berkut, testingCentre } = clientsOf({}, 'http://127.0.0.1:9');
    const troubles = await Promise.all([
      troubleOf(berkut.ask(request)),
      troubleOf(testingCentre.bookAttempt({ ...request, level: 'B1' })),
    ]);
    for (const trouble of troubles) {
      expect(trouble.code).toBe('agency-unreachable');
      const told = `${trouble.message} ${trouble.stack} ${JSON.stringify(trouble)}`;
      for (const value of Object.values(person)) expect(told).not.toContain(value);
    }
  });
});
