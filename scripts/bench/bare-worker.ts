/** The bare side's worker process: no codec, no versions, nothing but the workflows and their activities. */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { openHealthDoor } from '../../worker/health';
import { createBareActivities } from './bare-activities';
import { bareTaskQueue } from './bare-task-queue';

async function main(): Promise<void> {
  const {
    TEMPORAL_ADDRESS: address = '',
    TEMPORAL_NAMESPACE: namespace = '',
    DATABASE_URL,
    HEALTH_PORT,
  } = process.env;
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: bareTaskQueue,
    workflowsPath: require.resolve('./bare-workflows'),
    activities: createBareActivities(pool),
  });
  process.stdout.write(`maxCachedWorkflows=${worker.options.maxCachedWorkflows}\n`);
  const door = await openHealthDoor(worker, Number(HEALTH_PORT));
  await worker.run();
  door.close();
  await connection.close();
  await pool.end();
}

main().catch((error: Error) => {
  process.stderr.write(`the bare worker ended: ${error.message}\n`);
  process.exitCode = 1;
});
