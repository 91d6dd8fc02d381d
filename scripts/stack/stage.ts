/** What every step of a start works with: the settings, the data folder, the log, and a way to run a part until the end. */
import type { DataFolder } from './data-folder';
import { keepRunning, type Part } from './keep-running';
import type { LogLines } from './log-lines';
import type { Settings } from './settings';
import type { Shutdown } from './shutdown';

export function createStage(given: {
  settings: Settings;
  folder: DataFolder;
  lines: LogLines;
  shutdown: Shutdown;
}) {
  const say = given.lines('stack');
  return {
    ...given,
    say,
    /** Resolves when the part is ready. From then on it is started again when it ends, and stopped in its turn. */
    run: async <T extends Part>(name: string, start: (abandon: AbortSignal) => Promise<T>): Promise<T> => {
      say(`starting ${name} …`);
      const startedAt = Date.now();
      const part = keepRunning({ name, start, say });
      given.shutdown.add(name, part.stop);
      const first = await part.ready;
      say(`${name} is ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
      return first;
    },
  };
}

export type Stage = ReturnType<typeof createStage>;
