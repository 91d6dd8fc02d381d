/** The whole service for one test file: agencies, API and database of its own; workers are started as processes. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { assembleApi } from '../../api/assemble';
import { startNeighbours } from '../../agencies/neighbours';
import { createDataConverter } from '../../codec/data-converter';
import { readKeyring } from '../../codec/keyring';
import { ApiConfig, readConfig } from '../../config';
import { filingDateInPilot } from '../../scripts/filing-date';
import { createLeash } from '../../scripts/servers/leash';
import { freePorts } from '../../scripts/servers/ports';
import { registerNamespace } from '../../scripts/servers/temporal-namespace';
import { createDesk } from './desk';
import { createTestDatabase } from './database';
import { startWorkerProcess, type WorkerProcess, type WorkerProgram } from './worker-process';

interface Servers {
  databaseUrl: string;
  temporalAddress: string;
}

function serversOfTheRun(): Servers {
  const { TEST_DATABASE_URL: databaseUrl = '', TEST_TEMPORAL_ADDRESS: temporalAddress = '' } = process.env;
  return { databaseUrl, temporalAddress };
}

/** Close it in `afterAll`. No worker runs until `startWorker` is called. */
export async function openHouse(
  servers: Servers = serversOfTheRun(),
  apiLog?: { write: (line: string) => void },
  filingDate: () => string = filingDateInPilot,
  apiSettings: Readonly<Record<string, string>> = {},
) {
  const namespace = `test-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), 'ruqsat-house-'));
  const leash = createLeash();
  leash.removeAtTheEnd(folder);
  const keysFile = join(folder, 'payload-keys');
  writeFileSync(keysFile, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await registerNamespace(servers.temporalAddress, namespace);
  const database = await createTestDatabase(servers.databaseUrl);
  const [
    apiPort = 0,
    healthPort = 0,
    identity = 0,
    testing = 0,
    berkut = 0,
    criminal = 0,
    iin = 0,
    prints = 0,
    security = 0,
    migration = 0,
    bank = 0,
    medical = 0,
    permits = 0,
    contracts = 0,
    insurance = 0,
    kinship = 0,
  ] = await freePorts(16);
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const env = {
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    PAYLOAD_KEYS_FILE: keysFile,
    TESTING_CENTRE_URL: at(testing),
    BERKUT_URL: at(berkut),
    CRIMINAL_REGISTRY_URL: at(criminal),
    IIN_REGISTRY_URL: at(iin),
    FINGERPRINT_REGISTRY_URL: at(prints),
    SECURITY_SERVICE_URL: at(security),
    MIGRATION_REGISTER_URL: at(migration),
    BANK_URL: at(bank),
    MEDICAL_REGISTRY_URL: at(medical),
    PERMIT_REGISTER_URL: at(permits),
    LABOUR_CONTRACTS_URL: at(contracts),
    INSURANCE_REGISTER_URL: at(insurance),
    KINSHIP_REGISTER_URL: at(kinship),
    LOG_LEVEL: process.env['RUQSAT_TEST_LOGS'] ?? 'silent',
  };
  const ports = {
    identity,
    'testing-centre': testing,
    berkut,
    'criminal-registry': criminal,
    'iin-registry': iin,
    'fingerprint-registry': prints,
    'security-service': security,
    'migration-register': migration,
    bank,
    'medical-registry': medical,
    'permit-register': permits,
    'labour-contracts': contracts,
    'insurance-register': insurance,
    'kinship-register': kinship,
  };
  const neighbours = await startNeighbours({
    dataDir: folder,
    host: '127.0.0.1',
    seed: 1,
    issuer: undefined,
    ports,
  });
  const apiEnv = {
    ...env,
    DATABASE_URL: database.urlOf('api'),
    PORT: String(apiPort),
    AUTH_ISSUER: at(identity),
    AUTH_JWKS_URL: `${at(identity)}/.well-known/jwks.json`,
    DEVELOPMENT_DOORS: 'true',
    REQUESTS_PER_MINUTE: '0',
    ...apiSettings,
  };
  const spoken = env.LOG_LEVEL === 'silent' ? false : { level: env.LOG_LEVEL };
  const logger = apiLog ? { level: 'debug', stream: apiLog } : spoken;
  const api = await assembleApi(readConfig(ApiConfig, apiEnv), logger, filingDate);
  await api.app.listen({ host: '127.0.0.1', port: apiPort });
  const owner = new Pool({ connectionString: database.ownerUrl, max: 3 });
  owner.on('error', () => undefined);
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const dataConverter = createDataConverter(readKeyring(keysFile));
  const client = new Client({ connection, namespace, dataConverter });

  const workers: WorkerProcess[] = [];

  return {
    apiUrl: at(apiPort),
    urls: env,
    ports,
    database,
    /** Where the agencies keep their keys. */
    folder,
    /** The owner's connection: sees everything, may do anything. */
    owner,
    client,
    dataConverter,
    namespace,
    keysFile,
    desk: createDesk(at(apiPort), at(identity)),
    async startWorker({ program, env: more }: WorkerProgram = {}): Promise<WorkerProcess> {
      const own = {
        DATABASE_URL: database.urlOf('worker'),
        PUBLIC_URL: at(apiPort),
        HEALTH_PORT: String(healthPort),
      };
      const started = await startWorkerProcess({
        ...(program && { program }),
        leash,
        env: { ...env, ...own, ...more },
      });
      workers.push(started);
      return started;
    },
    async close(): Promise<void> {
      await Promise.all(workers.map((worker) => worker.kill()));
      await api.close();
      await Promise.all(neighbours.map((app) => app.close()));
      await connection.close();
      await owner.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;
