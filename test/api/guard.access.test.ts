/** Who may pass: every route by every role, from the routes themselves. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify, { type FastifyContextConfig, type HTTPMethods, type RouteOptions } from 'fastify';
import { addGuard } from '../../api/guard';
import { isPermission, permissions } from '../../api/permissions';
import { roles, type Role } from '../../domain/roles';
import { moves } from '../../policy/moves';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const addressOf = ({ url }: RouteOptions) =>
  url
    .replace(':caseId', '0000-0000-0000')
    .replace(':check', 'berkut')
    .replace(':agency', 'berkut')
    .replace(':documentId', '00000000-0000-4000-8000-000000000000')
    .replace(':number', '999999')
    .replace('*', 'x');
const each = (routes: readonly RouteOptions[]) =>
  routes.flatMap((route) =>
    [route.method].flat().map((method) => ({ route, method: method as HTTPMethods })),
  );

describe('every guarded route', () => {
  test.each([...roles])('lets a %s pass exactly where the table says so', async (role: Role) => {
    const headers = await office.bearer('somebody', role);
    let guarded = 0;
    for (const { route, method } of each(office.app.routeList)) {
      const permission = route.config?.permission;
      if (!isPermission(permission)) continue;
      guarded += 1;
      const admitted: readonly Role[] = permissions[permission];
      const { statusCode } = await office.app.inject({
        method: method as 'GET',
        url: addressOf(route),
        headers,
      });
      expect([method, route.url, statusCode === 403]).toEqual([method, route.url, !admitted.includes(role)]);
      expect(statusCode).not.toBe(401);
    }
    expect(guarded).toBeGreaterThan(50);
  });

  test('asks who is there before it looks at anything else', async () => {
    for (const { route, method } of each(office.app.routeList)) {
      if (!isPermission(route.config?.permission)) continue;
      const reply = await office.app.inject({ method: method as 'GET', url: addressOf(route), payload: '{' });
      expect([route.url, reply.statusCode]).toEqual([route.url, 401]);
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });
});

test('a caller who holds several roles passes in the one that opens the door', async () => {
  const token = await office.tokens.sign('both', ['auditor', 'supervisor']);
  const reply = await office.app.inject({
    method: 'GET',
    url: '/admin/worklist',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.statusCode).toBe(200);
});

test('the doors without a guard are these and no others', () => {
  const open = office.app.routeList.filter(({ config }) => !isPermission(config?.permission));
  const outsideDocs = open.map(({ url }) => url).filter((url) => !url.startsWith('/docs'));
  expect([...new Set(outsideDocs)].sort()).toEqual([
    '/callbacks/:agency',
    '/callbacks/testing-centre',
    '/callbacks/testing-centre/certificates',
    '/health/live',
    '/health/ready',
    '/openapi.json',
  ]);
});

test('the routes that change a case stand behind these doors', () => {
  const behind = (permission: string) =>
    office.app.routeList
      .filter(({ config, method }) => config?.permission === permission && method === 'POST')
      .map(({ schema }) => (schema as { operationId: string }).operationId)
      .sort();
  expect(behind('case:stop')).toEqual(['stopClock']);
  expect(behind('case:resume')).toEqual(['resumeClock']);
  expect(behind('case:extend')).toEqual(['extendClock']);
  expect(behind('clock:calendar')).toEqual(['adoptCalendar']);
  expect(behind('agency:run')).toEqual(['holdAgency', 'releaseAgency']);
  expect(behind('alarm:clear')).toEqual(['clearAlarm']);
  expect(behind('interview:recuse')).toEqual(['recuseFromInterview']);
  expect(behind('case:decide')).toEqual([
    'approveDecision',
    'decideComplaint',
    'decideReopening',
    'returnDecision',
    'satisfyComplaint',
    'voidAttempt',
  ]);
  expect(behind('application:attend')).toEqual([
    'bookLanguageTest',
    'confirmInterview',
    'presentCertificate',
    'requestInterviewChange',
  ]);
  expect(behind('employer:act')).toEqual([
    'addDelegate',
    'endDelegate',
    'openEmployerAccount',
    'uploadWorkers',
  ]);
  expect(behind('application:act')).toEqual([
    'fileComplaint',
    'objectToRefusal',
    'provideDocuments',
    'submitForm',
    'uploadDocument',
    'withdrawApplication',
  ]);
});

test('every act lets in exactly the roles that its move has', () => {
  for (const route of office.app.routeList) {
    const verb = (route.schema as { operationId?: string } | undefined)?.operationId;
    const permission = route.config?.permission;
    if (verb === undefined || !Object.hasOwn(moves, verb) || !isPermission(permission)) continue;
    const admitted: readonly Role[] = permissions[permission];
    expect([verb, [...admitted].sort()]).toEqual([verb, [...moves[verb as keyof typeof moves].by].sort()]);
  }
});

describe('the service does not start', () => {
  const start = async (config: Partial<FastifyContextConfig> | undefined) => {
    const app = Fastify();
    addGuard(app, async () => ({ id: 'x', roles: ['applicant'] }));
    await app.register(async (inner) => {
      inner.get('/secret', { config: config as FastifyContextConfig }, async () => 'secret');
    });
    return app.ready();
  };

  test('when a route states nothing', async () => {
    await expect(start(undefined)).rejects.toThrow('/secret');
  });

  test('when the audit name is missing', async () => {
    await expect(start({ permission: 'case:read' })).rejects.toThrow('/secret');
  });

  test('when the permission is not in the table', async () => {
    await expect(start({ permission: 'anything' as 'public', audit: 'case-read' })).rejects.toThrow(
      '/secret',
    );
  });

  test('but it does when both are stated', async () => {
    await expect(start({ permission: 'case:read', audit: 'case-read' })).resolves.toBeDefined();
  });
});
