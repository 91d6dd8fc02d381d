/** The API's process. */
import pino from 'pino';
import { ApiConfig, readConfig } from '../config';
import { assembleApi } from './assemble';

async function main(): Promise<void> {
  const config = readConfig(ApiConfig, process.env);
  const { app, close } = await assembleApi(config, {
    name: 'api',
    level: config.LOG_LEVEL,
    stream: pino.destination({ sync: false }),
  });
  const stop = () => {
    close().catch((error: Error) => app.log.error({ trouble: error.message }, 'the API did not close well'));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ host: config.HOST, port: config.PORT });
}

main().catch((error: Error) => {
  process.stderr.write(`the API ended: ${error.message}\n`);
  process.exit(1);
});
