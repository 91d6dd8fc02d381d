/** A production worker that is killed at the worst moment: a record is committed, its task not yet completed. */
import { readConfig, WorkerConfig } from '../../../config';
import type { Activities } from '../../../activities';
import { assembleWorker } from '../../../worker/assemble';
import { readBundle } from '../../../worker/bundle-file';
import { openHealthDoor } from '../../../worker/health';

/** The type of the event after whose commit this process dies. */
const dieAfter = process.env['DIE_AFTER'] ?? '';

function dyingAfterCommit(activities: Activities): Activities {
  return {
    ...activities,
    async appendEvents(batch) {
      await activities.appendEvents(batch);
      if (batch.events.some(({ type }) => type === dieAfter)) process.kill(process.pid, 'SIGKILL');
    },
  };
}

async function main(): Promise<void> {
  const config = readConfig(WorkerConfig, process.env);
  const { worker } = await assembleWorker(config, {
    bundleCode: await readBundle(),
    onTrouble: () => undefined,
    around: dyingAfterCommit,
  });
  await openHealthDoor(worker, config.HEALTH_PORT);
  await worker.run();
}

void main();
