/** Everybody in a run: our processes as they ship but for the API’s day of filing, and bare ones beside. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as PgClient } from 'pg';
import { callbackAgencies } from '../../domain/agencies';
import { freePorts } from '../servers/ports';
import { runToTheEnd } from '../stack/own-process';
import { findProjectRoot } from '../servers/project-root';
import { bareTable } from './bare-activities';
import type { Ground } from './ground';
import { startProgram, type Program } from './program';

const dist = (...path: string[]) => join(findProjectRoot(), 'dist', ...path);

export async function assembleCast(ground: Ground) {
  const { addresses, environments, leash, dataDir } = ground;
  const { apiUrl, workerHealthUrl, neighbourUrls, databaseUrl, temporalAddress, namespace } = addresses;
  const logOf = (name: string) => join(dataDir, `${name}.log`);
  const run = (program: Program) => startProgram(program, { leash, logFile: logOf(program.name) });

  const migration = { name: 'migrate', program: 'db/migrate.js', env: environments.migrate, readyUrls: [] };
  await runToTheEnd(migration, { leash, onLine: () => undefined });
  await layBareTable(databaseUrl);
  const [healthPort = 0, httpPort = 0] = await freePorts(2);
  const programs = {
    agencies: {
      name: 'agencies',
      file: dist('agencies', 'main.js'),
      env: environments.agencies,
      readyUrl: `${neighbourUrls['fingerprint-registry']}/health`,
    },
    worker: {
      name: 'worker',
      file: dist('worker', 'main.js'),
      env: environments.worker,
      readyUrl: `${workerHealthUrl}/health/ready`,
    },
    api: {
      name: 'api',
      file: require.resolve('./api'),
      env: environments.api,
      readyUrl: `${apiUrl}/health/ready`,
    },
    bareWorker: {
      name: 'bare-worker',
      file: require.resolve('./bare-worker'),
      env: {
        TEMPORAL_ADDRESS: temporalAddress,
        TEMPORAL_NAMESPACE: namespace,
        DATABASE_URL: databaseUrl,
        HEALTH_PORT: String(healthPort),
      },
      readyUrl: `http://127.0.0.1:${healthPort}/health/ready`,
    },
    bareServer: {
      name: 'bare-server',
      file: require.resolve('./bare-fastify'),
      env: { DATABASE_URL: databaseUrl, PORT: String(httpPort) },
      readyUrl: `http://127.0.0.1:${httpPort}/health`,
    },
  } satisfies Record<string, Program>;
  type Name = keyof typeof programs;
  const names = Object.keys(programs) as Name[];
  const running = new Map<Name, Awaited<ReturnType<typeof run>>>();
  for (const name of names) running.set(name, await run(programs[name]));

  return {
    bareServerUrl: `http://127.0.0.1:${httpPort}`,
    pidOf: (name: Name) => running.get(name)?.pid ?? 0,
    /** What the SDK chose for this machine; our worker leaves the choice to it as well. */
    maxCachedWorkflows: Number(
      /maxCachedWorkflows=(\d+)/.exec(readFileSync(logOf('bare-worker'), 'utf8'))?.[1],
    ),
    async restart(name: Name, nodeArgs: readonly string[] = []): Promise<void> {
      await running.get(name)?.stop();
      running.set(name, await run({ ...programs[name], nodeArgs }));
    },
    /** How the agencies that call back behave from now on; the one that is slow to reply no longer is. */
    async orderAgencies(behaviour: { silent: boolean } | { lateMs: number }): Promise<void> {
      for (const agency of callbackAgencies) await order(neighbourUrls[agency], behaviour);
      await order(neighbourUrls['fingerprint-registry'], { latencyMs: 0 });
    },
    async close(): Promise<void> {
      for (const name of names.toReversed()) await running.get(name)?.stop();
    },
  };
}
export type Cast = Awaited<ReturnType<typeof assembleCast>>;

async function layBareTable(databaseUrl: string): Promise<void> {
  const client = new PgClient({ connectionString: databaseUrl });
  await client.connect();
  await client.query(bareTable);
  await client.end();
}

async function order(agencyUrl: string, behaviour: object): Promise<void> {
  const response = await fetch(`${agencyUrl}/control/behaviour`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(behaviour),
  });
  if (!response.ok) throw new Error(`${agencyUrl} takes no orders: ${await response.text()}`);
}
