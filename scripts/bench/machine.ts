/** What the figures were taken on, without telling whose machine it is. */
import { availableParallelism, totalmem, type as systemName } from 'node:os';
import type { Pool } from 'pg';
import { version as sdkVersion } from '@temporalio/worker/package.json';
import { temporalVersion } from '../servers/temporal-version';

export async function describeMachine(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ server_version: string }>('SHOW server_version');
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} cores, ${gibibytes} GiB, ${systemName()}; server, PostgreSQL, workers, API, agencies and ` +
      'the bench itself share them',
    `Node ${process.versions.node}, Temporal ${temporalVersion}, Temporal TypeScript SDK ${sdkVersion}, ` +
      `PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? '?'}`,
  ];
}
