/** The servers that tests kill: what they knew, they know after they come back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { withClient } from '../../scripts/servers/databases';
import { startServers } from '../support/servers';

describe('servers of a test’s own', () => {
  let servers: Awaited<ReturnType<typeof startServers>>;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(() => servers.stop());

  it('keep every committed row when PostgreSQL is cut off and started again', async () => {
    await withClient(servers.databaseUrl, (client) =>
      client.query('create table kept as select 42 as answer'),
    );
    await servers.restartPostgres('immediate');
    const { rows } = await withClient(servers.databaseUrl, (client) =>
      client.query('select answer from kept'),
    );
    expect(rows).toEqual([{ answer: 42 }]);
  });

  it('answer at the same address after Temporal was killed', async () => {
    await servers.killTemporal();
    await expect(
      Connection.connect({ address: servers.temporalAddress, connectTimeout: 500 }),
    ).rejects.toThrow();
    await servers.startTemporal();
    const connection = await Connection.connect({ address: servers.temporalAddress });
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'ruqsat' });
    expect(namespaceInfo?.name).toBe('ruqsat');
    await connection.close();
  });
});
