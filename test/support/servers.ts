/** A PostgreSQL and a Temporal of a test's own, for tests that kill them; ports and data outlive each kill. */
import type { PostgresStop } from '../../scripts/servers/postgres';
import type { Temporal, TemporalOptions } from '../../scripts/servers/temporal-server';
import { createTemporaryServers } from './temporary-servers';

/** `settings`: Temporal's dynamic configuration beyond ours. Call `stop` in `afterAll`. The namespace `ruqsat` exists. */
export async function startServers(settings?: TemporalOptions['settings']) {
  const { runPostgres, runTemporal, stop } = await createTemporaryServers(settings);
  let postgres = await runPostgres();
  let temporal: Temporal | undefined = await runTemporal(postgres);
  return {
    /** The superuser's address of the database `postgres`. */
    databaseUrl: postgres.url(),
    temporalAddress: temporal.address,
    /** SIGKILL; resolves when the process is gone. */
    killTemporal: async () => {
      await temporal?.kill();
      temporal = undefined;
    },
    /** Resolves when it answers again, with everything that it knew before. */
    startTemporal: async () => {
      temporal ??= await runTemporal(postgres);
    },
    /** Stops PostgreSQL in this manner and starts it again; resolves when it answers. */
    restartPostgres: async (mode: PostgresStop) => {
      await postgres.stop(mode);
      postgres = await runPostgres();
    },
    stop: () => stop(postgres, temporal),
  };
}
