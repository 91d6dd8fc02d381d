/** Before all tests: one PostgreSQL and one Temporal server for the whole run. */
import { startServers } from './servers';

declare global {
  var stopServers: (() => Promise<void>) | undefined;
}

export default async function globalSetup(): Promise<void> {
  const servers = await startServers();
  globalThis.stopServers = servers.stop;
  process.env['TEST_DATABASE_URL'] = servers.databaseUrl;
  process.env['TEST_TEMPORAL_ADDRESS'] = servers.temporalAddress;
}
