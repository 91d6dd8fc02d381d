/** A worker of cases: the bundled workflows, the activities it is handed, the encrypting converter. */
import type { DataConverter } from '@temporalio/common';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import type { Activities } from '../activities';
import { defaultTaskQueue } from '../workflows/messages';

export interface CaseWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue?: string;
  activities: Activities;
  dataConverter: DataConverter;
  bundle: { code: string; hash: string };
  tuning?: Partial<WorkerOptions>;
}

/** Every completed workflow task names the hash of the bundle that ran it, so that an export can name it too. */
export function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const { connection, namespace, activities, dataConverter, bundle, tuning } = options;
  return Worker.create({
    connection,
    namespace,
    taskQueue: options.taskQueue ?? defaultTaskQueue,
    workflowBundle: { code: bundle.code },
    workerDeploymentOptions: {
      version: { deploymentName: 'ruqsat', buildId: bundle.hash },
      useWorkerVersioning: false,
    },
    activities,
    dataConverter,
    shutdownGraceTime: '10 seconds',
    ...tuning,
  });
}
