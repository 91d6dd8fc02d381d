/** Starts a PostgreSQL and a Temporal server in a temporary folder that is gone when they stop, or when we die. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLeash } from '../../scripts/servers/leash';
import { freePorts } from '../../scripts/servers/ports';
import { startPostgres, type Postgres } from '../../scripts/servers/postgres';
import {
  startTemporal,
  temporalPorts,
  type Temporal,
  type TemporalOptions,
} from '../../scripts/servers/temporal-server';
import { obtainTemporal } from '../../scripts/servers/obtain-temporal';

/** The servers' own words go to the console only when somebody asked for them. */
const onLine = process.env['RUQSAT_SERVER_LOGS'] ? (line: string) => console.error(line) : () => undefined;

export async function createTemporaryServers(settings: TemporalOptions['settings'] = {}) {
  const programs = await obtainTemporal({ say: (line) => console.error(line) });
  const leash = createLeash();
  const dataDir = mkdtempSync(join(tmpdir(), 'ruqsat-test-'));
  chmodSync(dataDir, 0o711);
  leash.removeAtTheEnd(dataDir);
  const [postgresPort = 0, ...ports] = await freePorts(1 + temporalPorts);
  const password = randomBytes(12).toString('hex');
  const runPostgres = async () => {
    const postgres = await startPostgres({
      dataDir,
      port: postgresPort,
      password,
      leash,
      onLine,
      durable: false,
    });
    leash.removeAtTheEnd(postgres.dataFolder);
    return postgres;
  };
  const runTemporal = (postgres: Postgres) =>
    startTemporal({ dataDir, ports, postgres, programs, namespace: 'ruqsat', leash, onLine, settings });

  const stop = async (postgres: Postgres, temporal: Temporal | undefined) => {
    await temporal?.kill();
    await postgres.stop('immediate');
    rmSync(postgres.dataFolder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { runPostgres, runTemporal, stop };
}
