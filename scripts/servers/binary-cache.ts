/** The per-user folder in which downloaded and compiled programs are kept, by version, outside every checkout. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function findCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['RUQSAT_CACHE_DIR']) return env['RUQSAT_CACHE_DIR'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ruqsat');
  if (process.platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'ruqsat');
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ruqsat');
}
