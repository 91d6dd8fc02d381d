/** The Compose file, held to the Compose specification, to our own configuration and to what `npm start` proves. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { neighbourNames, portVariable, readSettings as readAgencySettings } from '../../agencies/settings';
import { ApiConfig, AuditConfig, MigrateConfig, readConfig, WorkerConfig } from '../../config';
import { addressesOf } from '../../scripts/stack/addresses';
import { environmentsOf } from '../../scripts/stack/environments';
import { readSettings, wantedPorts } from '../../scripts/stack/settings';
import { temporalVersion } from '../../scripts/servers/temporal-version';
import { isCode, readTree } from '../architecture/tree';
import { findVariablesRead } from './config-readers';
import {
  fillIn,
  findSchemaFaults,
  findVariables,
  isOurs,
  readCompose,
  readDotEnv,
  readText,
  root,
} from './compose-file';
import {
  findHastyStarts,
  findOpenDoors,
  findSecretsInTheTree,
  findUnpinnedImages,
  findUnwatched,
  isSecret,
} from './compose-faults';

const text = readText('docker-compose.yml');
const file = readCompose(text);
const example = readDotEnv(readText('.env.example'));
const invented = Object.fromEntries(
  Object.entries(example).map(([name, value]) => [name, value || `invented${name.replaceAll('_', '')}`]),
);
const filledIn = readCompose(fillIn(text, invented));
const packageJson = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

const environmentOf = (service: string) => file.services[service]?.environment ?? {};
const environmentValues = (service: string) => Object.values(environmentOf(service)).join(' ');
const namesIn = (record: object) => Object.keys(record).sort();

describe('docker-compose.yml', () => {
  test('is what the Compose specification calls a Compose file, before and after its variables are filled in', () => {
    expect(findSchemaFaults(file)).toEqual([]);
    expect(findSchemaFaults(filledIn)).toEqual([]);
  });

  test('names the version of every image', () => {
    expect(findUnpinnedImages(file)).toEqual([]);
  });

  test('runs the Temporal server that npm start runs', () => {
    expect(file.services['temporal']?.image).toBe(`temporalio/server:${temporalVersion}`);
    expect(file.services['temporal-schema']?.image).toBe(`temporalio/admin-tools:${temporalVersion}`);
    expect(file.services['temporal-namespace']?.image).toBe(`temporalio/admin-tools:${temporalVersion}`);
  });

  test('holds no secret and no default for one', () => {
    expect(findSecretsInTheTree(text, file)).toEqual([]);
  });

  test('watches over everything that runs, and waits for everything it needs', () => {
    expect(findUnwatched(file)).toEqual([]);
    expect(findHastyStarts(file)).toEqual([]);
  });

  test('opens doors on the loopback address alone, and none to Temporal or PostgreSQL', () => {
    expect(findOpenDoors(file)).toEqual([]);
    expect(file.services['temporal']?.ports).toBeUndefined();
    expect(file.services['postgres']?.ports).toBeUndefined();
  });

  test('opens no door on a port that npm start gives to another', () => {
    const stack = Object.values(wantedPorts(readSettings({})));
    const published = Object.values(filledIn.services).flatMap(({ ports = [] }) => ports);
    const moved = published.filter((port) => {
      const [, outer, inner] = port.split(':');
      return outer !== inner && stack.includes(Number(outer));
    });
    expect(moved).toEqual([]);
  });

  test('mounts only files that are there', () => {
    const mounted = Object.values(file.services)
      .flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? ''))
      .filter((source) => source.startsWith('./'));
    expect(mounted.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('.env.example', () => {
  test('names every variable that the file asks for, and no other', () => {
    expect(namesIn(example)).toEqual([...new Set(findVariables(text).map(({ name }) => name))].sort());
  });

  test('leaves every secret empty', () => {
    const given = Object.keys(example).filter((name) => example[name] !== '');
    expect(given.filter(isSecret)).toEqual([]);
  });

  test('is copied to a file that git ignores', () => {
    expect(readText('.gitignore').split('\n')).toContain('.env');
  });

  test('without its secrets starts nothing', () => {
    expect(() => fillIn(text, example)).toThrow('POSTGRES_PASSWORD');
  });
});

describe('our own processes', () => {
  const ours = Object.keys(file.services).filter((name) => isOurs(file.services[name]!));

  test('are the four that npm start runs, and the auditor’s program', () => {
    expect([...ours].sort()).toEqual(['agencies', 'api', 'audit', 'migrate', 'worker']);
  });

  test.each(ours.filter((name) => name !== 'audit'))(
    '%s runs by a command of package.json, and its source is there',
    (name) => {
      const command = file.services[name]?.command ?? [];
      expect(Object.values(packageJson.scripts)).toContain(command.join(' '));
      expect(existsSync(join(root, command[1]!.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
    },
  );

  test.each([
    ['migrate', MigrateConfig],
    ['api', ApiConfig],
    ['worker', WorkerConfig],
    ['audit', AuditConfig],
  ] as const)('%s is told exactly what its configuration reads', (name, schema) => {
    expect(namesIn(environmentOf(name))).toEqual(namesIn(schema.properties));
    expect(() => readConfig(schema, filledIn.services[name]!.environment!)).not.toThrow();
  });

  const code = readTree(isCode);
  test.each([
    ['db', MigrateConfig],
    ['api', ApiConfig],
    ['worker', WorkerConfig],
    ['audit', AuditConfig],
  ] as const)('what %s/ runs reads every variable that it cannot start without', (folder, schema) => {
    const read = findVariablesRead(code, folder);
    expect(namesIn(schema.properties).filter((name) => !read.has(name))).toEqual([]);
  });

  test('the agencies are told where to keep their things and where to listen', () => {
    const environment = filledIn.services['agencies']!.environment!;
    const { ports, issuer } = readAgencySettings(environment, neighbourNames);
    const listening = Object.keys(environment).filter((name) => name.endsWith('_PORT'));
    expect(listening.sort()).toEqual(neighbourNames.map(portVariable).sort());
    expect(issuer).toBe(filledIn.services['api']!.environment!['AUTH_ISSUER']);
    const check = file.services['agencies']?.healthcheck?.test?.join(' ');
    for (const port of Object.values(ports)) expect(check).toContain(String(port));
  });

  test.each(['migrate', 'api', 'worker', 'agencies', 'audit'] as const)(
    '%s is told what npm start tells it',
    (name) => {
      const settings = readSettings({});
      const found = {
        temporalAddress: '',
        databaseUrl: 'postgresql://localhost/ruqsat',
        payloadKeysFile: '',
      };
      const secrets = { apiRolePassword: '', workerRolePassword: '', auditRolePassword: '' };
      const byStart = environmentsOf(settings, addressesOf(settings, found), secrets as never)[name];
      const own = new Set(name === 'agencies' ? ['IDENTITY_ISSUER'] : []);
      expect(namesIn(environmentOf(name)).filter((variable) => !own.has(variable))).toEqual(namesIn(byStart));
    },
  );

  test('audit is the program of npm run audit, reaches what the worker reaches but the outside, and runs when it is called alone', () => {
    const { audit, worker } = file.services;
    expect(audit?.entrypoint).toEqual(['node', 'dist/audit/cli.js']);
    expect(audit?.command).toBeUndefined();
    expect(readText('scripts/audit.ts')).toContain(`import('../audit/cli.js')`);
    expect(audit?.networks).toEqual(worker?.networks?.filter((network) => network !== 'outside'));
    expect(audit?.secrets).toEqual(worker?.secrets);
    expect(audit?.profiles).toEqual(['audit']);
    expect(readText('README.md')).toContain('docker compose run --rm audit replay <case id>');
  });

  test('every role whose password the migrator is given has a process that uses it', () => {
    const given = findVariables(environmentValues('migrate')).filter(({ name }) =>
      name.endsWith('_ROLE_PASSWORD'),
    );
    const used = findVariables(
      ours
        .filter((name) => name !== 'migrate')
        .map(environmentValues)
        .join(' '),
    );
    expect(given.filter(({ name }) => !used.some((one) => one.name === name))).toEqual([]);
  });

  test('agencies run in development alone', () => {
    expect(file.services['agencies']?.profiles).toEqual(['development']);
    expect(file.services['agencies']?.networks).toEqual(['outside']);
  });
});

describe('the check itself', () => {
  test('finds what a process reads, and what config.ts gathers only for one that asks', () => {
    const tree = new Map([
      ['config.ts', 'berkut: config.BERKUT_URL'],
      ['api/main.ts', 'listen(config.PORT); urls(agencyUrls(config))'],
      ['audit/cli.ts', 'connect(config.DATABASE_URL)'],
    ]);
    expect([...findVariablesRead(tree, 'api')]).toEqual(['PORT', 'BERKUT_URL']);
    expect([...findVariablesRead(tree, 'audit')]).toEqual(['DATABASE_URL']);
  });

  const broken = `
services:
  database:
    image: postgres:latest
    privileged: true
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:-postgres}
    ports: ['5432:5432']
  api:
    image: ruqsat
    comand: [node, dist/api/main.js]
    environment:
      DATABASE_URL: postgresql://ruqsat:ruqsat@database/ruqsat
    depends_on:
      database: { condition: service_started }
  tidy:
    image: ruqsat:1.0.0
    restart: 'no'
`;
  const brokenFile = readCompose(broken);

  test('names what a broken file has wrong', () => {
    expect(findSchemaFaults(brokenFile)).toEqual(['/services/api must NOT have additional properties']);
    expect(findUnpinnedImages(brokenFile)).toEqual([
      'database: postgres:latest has no version',
      'api: ruqsat has no version',
    ]);
    expect(findSecretsInTheTree(broken, brokenFile)).toEqual([
      'POSTGRES_PASSWORD may be left out',
      'database: POSTGRES_PASSWORD is written out',
      'api: DATABASE_URL has a password written out',
    ]);
    expect(findUnwatched(brokenFile)).toEqual([
      'database: has no health check',
      'api: has no health check',
      'tidy: is a job that nobody waits for',
    ]);
    expect(findHastyStarts(brokenFile)).toEqual(['api: does not wait until database is healthy']);
    expect(findOpenDoors(brokenFile)).toEqual([
      'database: publishes 5432:5432 to everyone',
      'database: is privileged',
    ]);
  });
});
