/** The document that others build on: valid, complete, generated. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { houseVerbs, verbs } from '../../domain/verbs';
import { openOffice, type Office } from './office/office';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  summary?: string;
  requestBody?: { required?: boolean; content: Record<string, { schema: { format?: string } }> };
  responses: Record<string, { headers?: Record<string, object> }>;
  security: unknown[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let office: Office;
let document: Document;
beforeAll(async () => {
  office = await openOffice();
  document = (await office.app.inject({ url: '/openapi.json' })).json();
});
afterAll(() => office.close());

const operations = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));

test('is OpenAPI 3.1, and every operation has a name of its own', () => {
  expect(document.openapi).toBe('3.1.0');
  const names = operations().map(({ operationId }) => operationId);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});

test('knows every verb, and what each caller can read', () => {
  const names = operations().map(({ operationId }) => operationId);
  expect(names).toEqual(
    expect.arrayContaining([
      ...verbs,
      'getApplication',
      'listMyApplications',
      'getForm',
      'listWorklist',
      'getCase',
      'getCaseEvents',
      'getClock',
      'getOwnClock',
      'getCaseClock',
      'getClockCertificate',
      'getOwnClockCertificate',
      'getCaseClockCertificate',
      'listAgencies',
      'holdAgency',
      'releaseAgency',
      'listAlarms',
      'clearAlarm',
      'listBySlack',
      'listCasesToMove',
      'listMovedDates',
      'receiveTestResult',
      'receiveCertificateConfirmation',
      'receiveAgencyAnswer',
      'getAct',
      'fastForward',
    ]),
  );
});

test('states every parameter of every path', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(methods)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort()).toEqual(wanted.sort());
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  }
});

test('asks for a key with every act', () => {
  for (const operation of operations()) {
    if (![...verbs, ...houseVerbs].some((verb) => verb === operation.operationId)) continue;
    const key = operation.parameters?.find(({ name }) => name === 'idempotency-key');
    expect([operation.operationId, key?.required]).toEqual([operation.operationId, true]);
  }
});

const operationOf = (id: string) => operations().find(({ operationId }) => operationId === id);

test('asks for no parameter that has a default', () => {
  const demanded = (id: string) =>
    operationOf(id)?.parameters?.filter((parameter) => parameter.in === 'query' && parameter.required);
  expect(demanded('listWorklist')).toEqual([]);
  expect(demanded('getCaseEvents')).toEqual([]);
  expect(demanded('uploadDocument')).toMatchObject([{ name: 'kind' }]);
});

test('asks for no body that may be left out, and for bytes where a scan is sent', () => {
  const body = (id: string) => operationOf(id)?.requestBody;
  expect(body('bookLanguageTest')?.required).toBe(false);
  expect(body('withdrawApplication')?.required).toBe(false);
  expect(body('submitForm')?.required).toBe(true);
  expect(body('uploadDocument')?.content['application/pdf']?.schema.format).toBe('binary');
});

test('asks an agency for its signature', () => {
  expect(document.components.securitySchemes['agencySignature']).toMatchObject({
    type: 'apiKey',
    in: 'header',
    name: 'ruqsat-agency-signature',
  });
  for (const id of ['receiveTestResult', 'receiveCertificateConfirmation', 'receiveAgencyAnswer'])
    expect(operationOf(id)?.security).toEqual([{ agencySignature: [] }]);
});

test.each([
  ['openApplication', '201', 'Location'],
  ['openApplication', '202', 'Location'],
  ['submitForm', '202', 'Location'],
  ['getApplication', '200', 'ETag'],
  ['getApplication', '304', 'ETag'],
  ['getForm', '200', 'ETag'],
  ['saveForm', '200', 'ETag'],
  ['getDocument', '200', 'ETag'],
  ['isReady', 'default', 'Retry-After'],
])('tells that %s answers %s with %s', (id, status, header) => {
  expect(Object.keys(operationOf(id)?.responses[status]?.headers ?? {})).toContain(header);
});

test('says in a sentence what each operation is for', () => {
  expect(operations().filter(({ summary }) => summary === undefined)).toEqual([]);
});

test('holds only schemas that are JSON Schema 2020-12, and references that lead somewhere', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  addFormats(ajv);
  const text = JSON.stringify(document);
  for (const [, reference] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
    expect(Object.keys(document.components.schemas)).toContain(reference);
  }
  const schemas = collectSchemas(document.paths);
  expect(schemas.length).toBeGreaterThan(60);
  for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
});

test('can be browsed, under a policy that lets no foreign script in', async () => {
  const page = await office.app.inject({ url: '/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  const scripts = [...page.body.matchAll(/src="([^"]+)"/g)].map(([, source]) => String(source));
  expect(scripts.length).toBeGreaterThan(0);
  for (const source of scripts) {
    const { pathname } = new URL(source, 'http://localhost/docs/');
    expect((await office.app.inject({ url: pathname })).statusCode).toBe(200);
  }
  expect(page.body).not.toMatch(/<script>/);
});

function collectSchemas(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== 'schema') return collectSchemas(member);
    return '$ref' in (member as object) ? [] : [member as object];
  });
}
