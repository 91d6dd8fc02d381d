/** The API as a process: set up by its environment, listening until it is told to stop. */
import pino from 'pino';
import { ApiConfig, readConfig } from '../config';
import { traceOf } from '../trace';
import { assembleApi } from './assemble';

/** `filingDate`: the law’s date on which an application that comes in now is filed; today unless said. */
export function serveApi(filingDate?: () => string): void {
  listen(filingDate).catch((error: Error) => {
    process.stderr.write(`the API ended: ${error.message}\n`);
    process.exit(1);
  });
}

async function listen(filingDate?: () => string): Promise<void> {
  const config = readConfig(ApiConfig, process.env);
  const logger = { name: 'api', level: config.LOG_LEVEL, stream: pino.destination({ sync: false }) };
  const { app, close } = await assembleApi(config, logger, filingDate);
  const stop = () => {
    close().catch((error) => app.log.error({ trouble: traceOf(error) }, 'the API did not close well'));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ host: config.HOST, port: config.PORT });
}
