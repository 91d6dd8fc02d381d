/** Opens the data folder of a stack: one stack at a time, and nothing left of one that was killed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLeash } from '../servers/leash';
import { tryLock } from '../servers/lock';
import { endLeftovers, recordChildren } from './leftovers';
import { keepPayloadKeys, keepSecrets } from './secrets';

export async function openDataFolder(dataDir: string, say: (line: string) => void) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = tryLock(join(dataDir, 'start.lock'));
  if (!lock.taken) {
    throw new Error(
      `Process ${lock.ownerPid} runs a stack on ${dataDir} already. Stop it first, or give this one a data folder ` +
        'and ports of its own, for example: RUQSAT_DATA_DIR=.data/second RUQSAT_PORT=9400 npm start',
    );
  }
  const children = join(dataDir, 'children.json');
  await endLeftovers(children, say);
  return {
    dataDir,
    secrets: keepSecrets(dataDir),
    payloadKeysFile: keepPayloadKeys(dataDir),
    leash: recordChildren(createLeash(), children),
    close: lock.release,
  };
}

export type DataFolder = Awaited<ReturnType<typeof openDataFolder>>;
