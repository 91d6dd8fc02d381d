/** Starts a Temporal server of our own on loopback, on a PostgreSQL of ours. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readyOrStopped, startChild, type Child } from './child';
import type { Leash } from './leash';
import type { Postgres } from './postgres';
import { laySchemas } from './temporal-schema';
import { registerNamespace } from './temporal-namespace';

export interface TemporalOptions {
  dataDir: string;
  /** `temporalPorts` neighbouring ports; the first is the one that clients use. */
  ports: readonly number[];
  postgres: Postgres;
  programs: TemporalPrograms;
  namespace: string;
  leash: Leash;
  abandon?: AbortSignal;
  onLine?: (line: string) => void;
  /** Further dynamic configuration, by its key. */
  settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface TemporalPrograms {
  server: string;
  sqlTool: string;
}

const portNames = [
  'FRONTEND_GRPC_PORT',
  'FRONTEND_HTTP_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_GRPC_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_GRPC_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_GRPC_PORT',
  'WORKER_MEMBERSHIP_PORT',
] as const;

export const temporalPorts = portNames.length;

/** Time skipping is for development and tests alone; a namespace is usable a second after it was made. */
const ownSettings = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'system.namespaceCacheRefreshInterval': '1s',
};

/** Resolves when the namespace exists and answers. */
export async function startTemporal(options: TemporalOptions) {
  await laySchemas(options.programs.sqlTool, options.postgres);
  const folder = join(options.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dynamic.yaml'), dynamicConfig({ ...ownSettings, ...options.settings }));
  const child: Child = startChild({
    name: 'temporal',
    command: options.programs.server,
    args: ['--allow-no-auth', 'start'],
    cwd: folder,
    env: environment(options, join(folder, 'dynamic.yaml')),
    leash: options.leash,
    abandon: options.abandon,
    onLine: options.onLine ?? (() => undefined),
  });
  const address = `127.0.0.1:${options.ports[0]}`;
  await readyOrStopped(child, registerNamespace(address, options.namespace, child.howItEnded));
  return { child, address, stop: () => child.stop(), kill: () => child.kill('SIGKILL') };
}

export type Temporal = Awaited<ReturnType<typeof startTemporal>>;

function dynamicConfig(settings: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}:\n  - value: ${value}\n`)
    .join('');
}

function environment({ postgres, ports }: TemporalOptions, dynamicConfigFile: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password } = new URL(postgres.url());
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DB: 'postgres12',
    POSTGRES_SEEDS: hostname,
    DB_PORT: port,
    POSTGRES_USER: username,
    POSTGRES_PWD: decodeURIComponent(password),
    DBNAME: 'temporal',
    VISIBILITY_DBNAME: 'temporal_visibility',
    BIND_ON_IP: '127.0.0.1',
    NUM_HISTORY_SHARDS: '4',
    LOG_LEVEL: 'warn',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigFile,
    ...Object.fromEntries(portNames.map((name, index) => [name, String(ports[index])])),
  };
}
