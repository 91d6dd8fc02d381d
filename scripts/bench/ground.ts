/** A place of its own for a run: PostgreSQL and Temporal in a temporary folder, on free ports, gone with us. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../servers/databases';
import { createLeash } from '../servers/leash';
import { obtainTemporal } from '../servers/obtain-temporal';
import { freePorts } from '../servers/ports';
import { startPostgres } from '../servers/postgres';
import { startTemporal } from '../servers/temporal-server';
import { addressesOf } from '../stack/addresses';
import { environmentsOf } from '../stack/environments';
import { keepPayloadKeys, keepSecrets } from '../stack/secrets';
import { portSpan, readSettings, type Settings } from '../stack/settings';

const database = 'ruqsat';
const quiet = () => undefined;

/** Servers as `npm start` starts them: commits wait for the disk. */
export async function openGround(say: (line: string) => void) {
  const programs = await obtainTemporal({ say });
  const leash = createLeash();
  const dataDir = mkdtempSync(join(tmpdir(), 'ruqsat-bench-'));
  chmodSync(dataDir, 0o711);
  leash.removeAtTheEnd(dataDir);
  const settings = await settingsIn(dataDir);
  const secrets = keepSecrets(dataDir);
  const { ports, namespace } = settings;
  const password = secrets.postgresPassword;
  const postgres = await startPostgres({ dataDir, port: ports.postgres, password, leash, onLine: quiet });
  leash.removeAtTheEnd(postgres.dataFolder);
  await createDatabase(postgres.url(), database);
  const temporal = await startTemporal({
    dataDir,
    ports: ports.temporal,
    namespace,
    postgres,
    programs,
    leash,
    onLine: quiet,
  });
  const databaseUrl = postgres.url(database);
  const payloadKeysFile = keepPayloadKeys(dataDir);
  const found = { databaseUrl, temporalAddress: temporal.address, payloadKeysFile };
  const addresses = addressesOf(settings, found);
  return {
    addresses,
    environments: environmentsOf(settings, addresses, secrets),
    leash,
    dataDir,
    pids: { postgres: postgres.child.pid ?? 0, temporal: temporal.child.pid ?? 0 },
    async close(): Promise<void> {
      await temporal.stop();
      await postgres.stop();
      rmSync(postgres.dataFolder, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type Ground = Awaited<ReturnType<typeof openGround>>;

async function settingsIn(dataDir: string): Promise<Settings> {
  const [base = 0] = await freePorts(portSpan);
  return { ...readSettings({ RUQSAT_PORT: String(base) }), dataDir };
}
