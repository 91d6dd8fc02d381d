/** `npm start`: PostgreSQL, Temporal, the neighbours, the worker and the API on this machine, until Ctrl-C. */
import { join } from 'node:path';
import { announceStack } from './running-stack';
import { refuseTakenPorts } from './servers/ports';
import { addressesOf } from './stack/addresses';
import { banner } from './stack/banner';
import { openDataFolder, type DataFolder } from './stack/data-folder';
import { environmentsOf } from './stack/environments';
import { createLogLines, type LogLines } from './stack/log-lines';
import { readSettings, wantedPorts, type Settings } from './stack/settings';
import { createShutdown } from './stack/shutdown';
import { createStage } from './stack/stage';
import { startServers } from './stack/start-servers';
import { startServices } from './stack/start-services';
import { watchCaller } from './stack/watch-caller';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const folder = await openDataFolder(settings.dataDir, console.log);
  process.once('exit', folder.close);
  await refuseTakenPorts(wantedPorts(settings));
  await runStack(settings, folder, createLogLines(join(settings.dataDir, 'logs'), process.stdout));
}

async function runStack(settings: Settings, folder: DataFolder, lines: LogLines): Promise<void> {
  const say = lines('stack');
  const shutdown = createShutdown({ say, force: folder.leash.killAll });
  watchCaller(() => process.emit('SIGTERM', 'SIGTERM'));
  try {
    const stage = createStage({ settings, folder, lines, shutdown });
    const addresses = addressesOf(settings, await startServers(stage));
    const environments = environmentsOf(settings, addresses, folder.secrets);
    await startServices(stage, addresses, environments);
    process.once('exit', announceStack(settings.dataDir, { ...addresses, environments }).forget);
    console.log(banner(addresses, process.uptime()));
  } catch (error) {
    if (shutdown.hasBegun()) return;
    await shutdown.begin(`The start failed: ${(error as Error).message}`);
    process.exit(1);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
