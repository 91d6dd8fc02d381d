/** What every measurement works with: the clients of both sides, the owner's database, a desk, and how much to do. */
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { createDataConverter } from '../../codec/data-converter';
import { readKeyring } from '../../codec/keyring';
import { defaultTaskQueue } from '../../workflows/messages';
import { bareTaskQueue } from './bare-task-queue';
import type { BareShape } from './bare-workflows';
import type { Cast } from './cast';
import { createDesk } from './desk';
import type { Ground } from './ground';
import type { Side } from './live-life';
import type { Plan } from './plan';
import { watchRecord } from './seq-watch';
import { applicant, openingData } from './synthetic-case';
import { permitOpening } from './synthetic-permit';

export async function openScene({ ground, cast, plan }: { ground: Ground; cast: Cast; plan: Plan }) {
  const { temporalAddress, namespace, payloadKeysFile, databaseUrl, apiUrl, neighbourUrls } =
    ground.addresses;
  const connection = await Connection.connect({ address: temporalAddress });
  const dataConverter = createDataConverter(readKeyring(payloadKeysFile));
  const client = new Client({ connection, namespace, dataConverter });
  const bareClient = new Client({ connection, namespace });
  const owner = new Pool({ connectionString: databaseUrl, max: 3 });
  const watch = await watchRecord(databaseUrl);
  const ours: Side = {
    client,
    watch,
    taskQueue: defaultTaskQueue,
    workflowType: 'residencePermit',
    argsOf: (caseId, opening) => [{ caseId, ...opening, actor: applicant, data: openingData }],
  };
  const bareLike = (shape: BareShape, workflowType = 'bareLife'): Side => ({
    client: bareClient,
    watch,
    taskQueue: bareTaskQueue,
    workflowType,
    argsOf: (caseId) => [caseId, shape],
  });
  const ourPermits: Side = {
    ...ours,
    workflowType: 'temporaryPermit',
    argsOf: (caseId, opening) => [{ caseId, ...opening, actor: applicant, data: permitOpening }],
  };
  return {
    ground,
    cast,
    plan,
    client,
    bareClient,
    dataConverter,
    owner,
    ours,
    ourPermits,
    bareLike,
    desk: createDesk(apiUrl, neighbourUrls.identity),
    async close(): Promise<void> {
      await watch.close();
      await owner.end();
      await connection.close();
    },
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The processes that share the machine while Temporal is at work. */
export function pidsOf({ ground, cast }: Scene) {
  const { postgres, temporal } = ground.pids;
  return {
    temporal,
    postgres,
    worker: cast.pidOf('worker'),
    'bare worker': cast.pidOf('bareWorker'),
    api: cast.pidOf('api'),
    'bare server': cast.pidOf('bareServer'),
    agencies: cast.pidOf('agencies'),
    'the bench itself': process.pid,
  };
}
export type ProcessNames = keyof ReturnType<typeof pidsOf>;
