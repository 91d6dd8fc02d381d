/** What each process is told by its environment: defaults, every fault at once, and no secret repeated. */
import { describe, expect, test } from '@jest/globals';
import { agencyUrls, ApiConfig, AuditConfig, MigrateConfig, readConfig, WorkerConfig } from '../config';
import { agencyNames } from '../domain/agencies';

const secret = 'hunter2-hunter2';
const store = { DATABASE_URL: `postgres://api:${secret}@127.0.0.1:5432/ruqsat` };
const temporal = { TEMPORAL_ADDRESS: '127.0.0.1:7233', PAYLOAD_KEYS_FILE: './payload-keys' };
const agencies = {
  TESTING_CENTRE_URL: 'http://127.0.0.1:4001',
  BERKUT_URL: 'http://127.0.0.1:4002',
  CRIMINAL_REGISTRY_URL: 'http://127.0.0.1:4003',
  IIN_REGISTRY_URL: 'http://127.0.0.1:4004',
  FINGERPRINT_REGISTRY_URL: 'http://127.0.0.1:4005',
  SECURITY_SERVICE_URL: 'http://127.0.0.1:4006',
  MIGRATION_REGISTER_URL: 'http://127.0.0.1:4007',
  BANK_URL: 'http://127.0.0.1:4008',
  MEDICAL_REGISTRY_URL: 'http://127.0.0.1:4009',
  PERMIT_REGISTER_URL: 'http://127.0.0.1:4010',
  LABOUR_CONTRACTS_URL: 'http://127.0.0.1:4011',
  INSURANCE_REGISTER_URL: 'http://127.0.0.1:4012',
  KINSHIP_REGISTER_URL: 'http://127.0.0.1:4013',
};
const api = {
  ...store,
  ...temporal,
  ...agencies,
  PORT: '8080',
  AUTH_ISSUER: 'http://127.0.0.1:4000',
  AUTH_JWKS_URL: 'http://127.0.0.1:4000/.well-known/jwks.json',
};
const worker = {
  ...store,
  ...temporal,
  ...agencies,
  PUBLIC_URL: 'https://ruqsat.example',
  HEALTH_PORT: '8081',
};
const migrate = {
  ...store,
  API_ROLE_PASSWORD: secret,
  WORKER_ROLE_PASSWORD: secret,
  AUDIT_ROLE_PASSWORD: secret,
};

function faultOf(read: () => unknown): string {
  try {
    read();
    return 'it was taken';
  } catch (error) {
    return (error as Error).message;
  }
}

function without(env: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

describe('an environment that is right', () => {
  test('gives the API what it needs, with defaults for what was not said', () => {
    expect(readConfig(ApiConfig, { ...api, HOME: '/home', PATH: '/bin' })).toEqual({
      ...api,
      PORT: 8080,
      HOST: '127.0.0.1',
      TEMPORAL_NAMESPACE: 'ruqsat',
      AUTH_AUDIENCE: 'ruqsat',
      LOG_LEVEL: 'info',
      DEVELOPMENT_DOORS: false,
      BULK_ROWS_AT_ONCE: 4,
      REQUESTS_PER_MINUTE: 1200,
    });
  });

  test('gives worker, auditor and migrator theirs', () => {
    expect(readConfig(WorkerConfig, worker)).toMatchObject({
      HEALTH_PORT: 8081,
      TEMPORAL_NAMESPACE: 'ruqsat',
    });
    expect(readConfig(AuditConfig, { ...api })).toEqual({
      ...store,
      ...temporal,
      TEMPORAL_NAMESPACE: 'ruqsat',
    });
    expect(readConfig(MigrateConfig, migrate)).toEqual(migrate);
  });

  test('says where each agency is', () => {
    const urls = agencyUrls(readConfig(WorkerConfig, worker));
    expect(Object.keys(urls).sort()).toEqual([...agencyNames].sort());
    expect(urls).toMatchObject({ berkut: agencies.BERKUT_URL, 'iin-registry': agencies.IIN_REGISTRY_URL });
  });

  test.each([
    ['true', true],
    ['false', false],
  ])('opens the doors of development only when it says so: %s', (said, open) => {
    expect(readConfig(ApiConfig, { ...api, DEVELOPMENT_DOORS: said })).toMatchObject({
      DEVELOPMENT_DOORS: open,
    });
  });

  test('is not changed by being read', () => {
    const env = Object.freeze({ ...api });
    readConfig(ApiConfig, env);
    expect(env).toEqual(api);
  });
});

describe('an environment that is wrong', () => {
  test('is told everything that is missing, at once', () => {
    const fault = faultOf(() => readConfig(ApiConfig, {}));
    for (const name of Object.keys(api)) expect(fault).toContain(name);
    for (const name of ['HOST', 'LOG_LEVEL', 'TEMPORAL_NAMESPACE', 'DEVELOPMENT_DOORS']) {
      expect(fault).not.toContain(name);
    }
  });

  test('is told what is missing and what is malformed, at once', () => {
    const env = { ...without(api, 'DATABASE_URL', 'AUTH_ISSUER'), PORT: 'http', BERKUT_URL: 'berkut' };
    const fault = faultOf(() => readConfig(ApiConfig, env));
    const named = ['DATABASE_URL', 'AUTH_ISSUER', 'PORT', 'BERKUT_URL'];
    for (const name of named) expect(fault).toContain(name);
    expect(fault).not.toContain('IIN_REGISTRY_URL');
  });

  test.each<[string, string]>([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '8080a'],
    ['PORT', ''],
    ['LOG_LEVEL', 'loud'],
    ['DEVELOPMENT_DOORS', 'maybe'],
    ['TEMPORAL_ADDRESS', '127.0.0.1'],
    ['TEMPORAL_ADDRESS', 'http://127.0.0.1:7233'],
    ['TEMPORAL_NAMESPACE', ''],
    ['PAYLOAD_KEYS_FILE', ''],
    ['DATABASE_URL', 'mysql://127.0.0.1/ruqsat'],
    ['DATABASE_URL', ''],
    ['AUTH_ISSUER', 'ftp://127.0.0.1'],
    ['AUTH_JWKS_URL', 'jwks.json'],
  ])('is told of %s=%s', (name, value) => {
    const fault = faultOf(() => readConfig(ApiConfig, { ...api, [name]: value }));
    expect(fault).toContain(name);
    expect(fault.trim().split('\n')).toHaveLength(2);
  });

  test('is told of an address for callbacks that no agency could reach', () => {
    const fault = faultOf(() => readConfig(WorkerConfig, { ...worker, PUBLIC_URL: 'ftp://127.0.0.1' }));
    expect(fault).toContain('PUBLIC_URL');
  });

  test('is told of a password that is too short', () => {
    const fault = faultOf(() => readConfig(MigrateConfig, { ...migrate, API_ROLE_PASSWORD: 'short' }));
    expect(fault).toContain('API_ROLE_PASSWORD');
    expect(fault).not.toContain('short');
  });

  test('never has its values repeated, secrets least of all', () => {
    const wrong = Object.fromEntries(Object.keys(api).map((name) => [name, `\n${secret}`]));
    expect(faultOf(() => readConfig(ApiConfig, wrong))).not.toContain(secret);
    const almost = {
      ...migrate,
      DATABASE_URL: `postgre://api:${secret}@127.0.0.1/ruqsat`,
      AUDIT_ROLE_PASSWORD: '',
    };
    const fault = faultOf(() => readConfig(MigrateConfig, almost));
    expect(fault).toContain('DATABASE_URL');
    expect(fault).toContain('AUDIT_ROLE_PASSWORD');
    expect(fault).not.toContain(secret);
  });
});
