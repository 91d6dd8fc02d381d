/** Starts the servers that nobody gave us: PostgreSQL, and Temporal in databases of its own on it. */
import { createDatabase } from '../servers/databases';
import { obtainTemporal } from '../servers/obtain-temporal';
import { startPostgres } from '../servers/postgres';
import { registerNamespace } from '../servers/temporal-namespace';
import { startTemporal } from '../servers/temporal-server';
import type { Found } from './addresses';
import type { Stage } from './stage';

export async function startServers(stage: Stage): Promise<Found> {
  const { databaseUrl, temporalAddress, namespace } = stage.settings;
  const { payloadKeysFile } = stage.folder;
  if (databaseUrl && temporalAddress) {
    await registerNamespace(temporalAddress, namespace);
    return { databaseUrl, temporalAddress, payloadKeysFile };
  }
  const programs = temporalAddress ? undefined : await obtainTemporal({ say: stage.say });
  const postgres = await startOwnPostgres(stage);
  if (!databaseUrl) await createDatabase(postgres.url(), 'ruqsat');
  if (temporalAddress) await registerNamespace(temporalAddress, namespace);
  return {
    payloadKeysFile,
    databaseUrl: databaseUrl ?? postgres.url('ruqsat'),
    temporalAddress: programs ? await startOwnTemporal(stage, postgres, programs) : (temporalAddress ?? ''),
  };
}

function startOwnPostgres({ settings, folder, lines, run }: Stage) {
  return run('postgres', (abandon) =>
    startPostgres({
      dataDir: folder.dataDir,
      port: settings.ports.postgres,
      password: folder.secrets.postgresPassword,
      leash: folder.leash,
      onLine: lines('postgres'),
      abandon,
    }),
  );
}

type OwnPostgres = Awaited<ReturnType<typeof startOwnPostgres>>;
type Programs = Awaited<ReturnType<typeof obtainTemporal>>;

async function startOwnTemporal(stage: Stage, postgres: OwnPostgres, programs: Programs): Promise<string> {
  const { settings, folder, lines } = stage;
  const temporal = await stage.run('temporal', (abandon) =>
    startTemporal({
      dataDir: folder.dataDir,
      ports: settings.ports.temporal,
      namespace: settings.namespace,
      postgres,
      programs,
      leash: folder.leash,
      onLine: lines('temporal'),
      abandon,
    }),
  );
  return temporal.address;
}
