/** The API of a run: as it ships, but for the day of filing, which stays in the pilot. */
import pino from 'pino';
import { assembleApi } from '../../api/assemble';
import { ApiConfig, readConfig } from '../../config';
import { filingDateInPilot } from '../filing-date';

async function main(): Promise<void> {
  const config = readConfig(ApiConfig, process.env);
  const logger = { name: 'api', level: config.LOG_LEVEL, stream: pino.destination({ sync: false }) };
  const { app, close } = await assembleApi(config, logger, filingDateInPilot);
  process.once('SIGTERM', () => void close());
  process.once('SIGINT', () => void close());
  await app.listen({ host: config.HOST, port: config.PORT });
}

main().catch((error: Error) => {
  process.stderr.write(`the API ended: ${error.message}\n`);
  process.exit(1);
});
