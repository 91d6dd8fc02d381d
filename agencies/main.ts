/** The neighbours' process: all of them, or those named on the command line, until SIGTERM or Ctrl-C. */
import { startNeighbours } from './neighbours';
import { readSettings, readWanted } from './settings';

async function main(): Promise<void> {
  const settings = readSettings(process.env, readWanted(process.argv.slice(2)));
  const neighbours = await startNeighbours(settings, { level: process.env.LOG_LEVEL ?? 'info' });
  const stop = () => void Promise.all(neighbours.map((app) => app.close())).then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
