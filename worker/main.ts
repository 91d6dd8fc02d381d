/** The worker's process. */
import pino from 'pino';
import { readConfig, WorkerConfig } from '../config';
import { assembleWorker } from './assemble';
import { readBundle } from './bundle-file';
import { openHealthDoor } from './health';
import { logThroughPino } from './logging';

async function main(): Promise<void> {
  const config = readConfig(WorkerConfig, process.env);
  const logger = pino({ name: 'worker', level: config.LOG_LEVEL });
  logThroughPino(logger);
  const assembled = await assembleWorker(config, {
    bundleCode: await readBundle(),
    logger,
  });
  const door = await openHealthDoor(assembled.worker, config.HEALTH_PORT);
  logger.info({ namespace: config.TEMPORAL_NAMESPACE }, 'the worker is taking cases');
  if (!assembled.sendsMail)
    logger.info('SMTP_URL is empty: notices lie in the account, none leaves by e-mail');
  await assembled.worker.run();
  logger.info('the worker has finished what it had begun');
  door.close();
  await assembled.close();
}

main().catch((error: Error) => {
  process.stderr.write(`the worker ended: ${error.message}\n`);
  process.exitCode = 1;
});
