/** Starts a PostgreSQL of our own on loopback, with its data in a folder of ours. */
import { Client } from 'pg';
import { readyOrStopped, startChild, type Child } from './child';
import type { Leash } from './leash';
import { postgresProgram } from './postgres-binaries';
import { createCluster, removeStalePidFile } from './postgres-cluster';
import { preparePostgresHome } from './postgres-home';
import { waitUntil } from './wait-until';

export interface PostgresOptions {
  dataDir: string;
  port: number;
  password: string;
  leash: Leash;
  abandon?: AbortSignal;
  onLine?: (line: string) => void;
  /** False skips waiting for the disk: right for tests, since no commit is lost unless the whole machine stops. */
  durable?: boolean;
}

/** PostgreSQL's own words: `fast` ends the sessions and writes everything out, `immediate` recovers at the next start. */
export type PostgresStop = 'fast' | 'immediate';

const stopSignals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const satisfies Record<
  PostgresStop,
  NodeJS.Signals
>;

/** Resolves when it answers. The first start in a data folder lays a new cluster whose superuser `postgres` has this password. */
export async function startPostgres(options: PostgresOptions) {
  const home = preparePostgresHome(options.dataDir);
  await createCluster(home, options.password);
  removeStalePidFile(home);
  const child = startChild({
    name: 'postgres',
    command: postgresProgram(home.binaries, 'postgres'),
    args: ['-D', home.data, '-p', String(options.port), ...settings(options.durable ?? true)],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    cwd: home.data,
    stopSignal: stopSignals.fast,
    leash: options.leash,
    abandon: options.abandon,
    onLine: options.onLine ?? (() => undefined),
    ...(home.user && { user: home.user }),
  });
  const url = (database = 'postgres') =>
    `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  await readyOrStopped(child, waitForPostgres(child, url()));
  return {
    child,
    port: options.port,
    dataFolder: home.data,
    /** The superuser's address of one database. */
    url,
    stop: (mode: PostgresStop = 'fast') => child.stop(15_000, stopSignals[mode]),
  };
}

export type Postgres = Awaited<ReturnType<typeof startPostgres>>;

function settings(durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '250',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function waitForPostgres(child: Child, connectionString: string): Promise<void> {
  const ask = async () => {
    const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
    return true;
  };
  return waitUntil(ask, { what: 'PostgreSQL', timeoutMs: 60_000, failed: child.howItEnded });
}
