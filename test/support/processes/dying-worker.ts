/** A production worker that is killed at the worst moment: something is done or recorded, its task not yet completed. */
import pino from 'pino';
import { readConfig, WorkerConfig } from '../../../config';
import type { Activities } from '../../../activities';
import { assembleWorker } from '../../../worker/assemble';
import { readBundle } from '../../../worker/bundle-file';
import { openHealthDoor } from '../../../worker/health';

/** The activity after whose work, or the type of the event after whose commit, this process dies. */
const dieAfter = process.env['DIE_AFTER'] ?? '';

type Activity = (asked: { events?: readonly { type: string }[] }) => Promise<unknown>;

function dyingAfterWork(activities: Activities): Activities {
  const dying = Object.entries<Activity>(activities as never).map(([name, work]) => {
    const dyingWork: Activity = async (asked) => {
      const done = await work(asked);
      const recorded = name === 'appendEvents' ? asked.events?.map(({ type }) => type) : [];
      if (name === dieAfter || recorded?.includes(dieAfter)) process.kill(process.pid, 'SIGKILL');
      return done;
    };
    return [name, dyingWork];
  });
  return Object.fromEntries(dying) as Activities;
}

async function main(): Promise<void> {
  const config = readConfig(WorkerConfig, process.env);
  const { worker } = await assembleWorker(config, {
    bundleCode: await readBundle(),
    logger: pino({ level: 'silent' }),
    around: dyingAfterWork,
  });
  await openHealthDoor(worker, config.HEALTH_PORT);
  await worker.run();
}

void main();
