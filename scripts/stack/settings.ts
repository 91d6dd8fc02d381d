/** What a person may choose about a development stack, by environment variables, and the ports that follow from it. */
import { resolve } from 'node:path';
import { checks } from '../../domain/agencies';
import { findProjectRoot } from '../servers/project-root';
import { temporalPorts } from '../servers/temporal-server';

/** The servers beside us but for the mail catcher, in the order of their ports. */
export const neighbourNames = ['identity', 'testing-centre', ...checks] as const;
export type NeighbourName = (typeof neighbourNames)[number];

/** Every port counts from RUQSAT_PORT. */
const offsets = { api: 0, postgres: 1, temporal: 2, worker: 30, mail: 31 } as const;
/** Ten came first; the others follow behind the mail catcher. */
const agencyOffset = (index: number) => (index < 10 ? 20 : 23) + index;

export function readSettings(env: NodeJS.ProcessEnv) {
  const base = Number(env['RUQSAT_PORT'] || 8400);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    throw new Error(`RUQSAT_PORT must be a whole number from 1024 to 65000, and is "${env['RUQSAT_PORT']}".`);
  }
  const neighbours = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => first + index);
  return {
    dataDir: dataDirFrom(env),
    namespace: env['TEMPORAL_NAMESPACE'] || 'ruqsat',
    logLevel: env['LOG_LEVEL'] || 'info',
    /** Given: use that server. Not given: start one. */
    databaseUrl: env['DATABASE_URL'] || undefined,
    temporalAddress: env['TEMPORAL_ADDRESS'] || undefined,
    ports: {
      api: base + offsets.api,
      postgres: base + offsets.postgres,
      temporal: neighbours(base + offsets.temporal, temporalPorts),
      worker: base + offsets.worker,
      /** The catcher's door; it takes letters on the next one. */
      mailCatcher: base + offsets.mail,
      agencies: Object.fromEntries(
        neighbourNames.map((name, index) => [name, base + agencyOffset(index)]),
      ) as Record<NeighbourName, number>,
    },
  };
}

export type Settings = ReturnType<typeof readSettings>;

export function dataDirFrom(env: NodeJS.ProcessEnv): string {
  const root = findProjectRoot();
  return resolve(root, env['RUQSAT_DATA_DIR'] || '.data');
}

export function wantedPorts({ ports, databaseUrl, temporalAddress }: Settings): Record<string, number> {
  const temporal = Object.fromEntries(ports.temporal.map((port, index) => [`temporal (${index + 1})`, port]));
  return {
    api: ports.api,
    ...(databaseUrl && temporalAddress ? {} : { postgres: ports.postgres }),
    ...(temporalAddress ? {} : temporal),
    ...ports.agencies,
    'worker (health)': ports.worker,
    'mail-catcher': ports.mailCatcher,
    'mail-catcher (smtp)': ports.mailCatcher + 1,
  };
}
