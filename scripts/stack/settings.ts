/** What a person may choose about a development stack, by environment variables, and the ports that follow from it. */
import { resolve } from 'node:path';
import { neighbourNames, type NeighbourName } from '../../agencies/settings';
import { findProjectRoot } from '../servers/project-root';
import { temporalPorts } from '../servers/temporal-server';

/** Every port counts from RUQSAT_PORT. */
const offsets = { api: 0, postgres: 1, temporal: 2, worker: 30 } as const;
const neighbourOffsets = {
  identity: 20,
  'testing-centre': 21,
  berkut: 22,
  'criminal-registry': 23,
  'iin-registry': 24,
  'fingerprint-registry': 25,
  'security-service': 26,
  'migration-register': 27,
  bank: 28,
  'medical-registry': 29,
  /** Its door; it takes letters on the next one. */
  'mail-catcher': 31,
  'permit-register': 33,
  'labour-contracts': 34,
  'insurance-register': 35,
  'kinship-register': 36,
} as const satisfies Record<NeighbourName, number>;
/** How many ports from the first on a stack may take. */
export const portSpan = 37;

export function readSettings(env: NodeJS.ProcessEnv) {
  const base = Number(env['RUQSAT_PORT'] || 8400);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    throw new Error(`RUQSAT_PORT must be a whole number from 1024 to 65000, and is "${env['RUQSAT_PORT']}".`);
  }
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
      temporal: Array.from({ length: temporalPorts }, (_, index) => base + offsets.temporal + index),
      worker: base + offsets.worker,
      neighbours: Object.fromEntries(
        neighbourNames.map((name) => [name, base + neighbourOffsets[name]]),
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
    ...ports.neighbours,
    'worker (health)': ports.worker,
    'mail-catcher (smtp)': ports.neighbours['mail-catcher'] + 1,
  };
}
