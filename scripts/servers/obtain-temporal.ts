/** Obtains the Temporal server and its schema tool: from the cache, the official release, or Go's module proxy. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findCacheFolder } from './binary-cache';
import type { Patience } from './download';
import { installWithGo } from './go-install';
import { tryLock } from './lock';
import { installRelease, unpack } from './release-archive';
import type { TemporalPrograms } from './temporal-server';
import * as temporal from './temporal-version';

export interface ObtainOptions {
  say: (line: string) => void;
  cacheFolder?: string;
  releaseUrl?: string;
  patience?: Patience;
  goCommand?: string;
}

type Source = (folder: string) => Promise<void>;

/** Resolves at once when the cache has them. Safe when several copies run it together: one works, the others wait. */
export async function obtainTemporal(options: ObtainOptions): Promise<TemporalPrograms> {
  const cache = options.cacheFolder ?? findCacheFolder();
  const home = join(cache, `temporal-${temporal.temporalVersion}-${temporal.system}-${temporal.processor}`);
  const programs = programsIn(home);
  if (existsSync(home)) return programs;
  mkdirSync(cache, { recursive: true });
  const release = await waitForTurn(`${home}.lock`, options.say);
  try {
    if (!existsSync(home)) await install(cache, home, options);
  } finally {
    release();
  }
  return programs;
}

function programsIn(folder: string): TemporalPrograms {
  return {
    server: join(folder, temporal.programFile('temporal-server')),
    sqlTool: join(folder, temporal.programFile('temporal-sql-tool')),
  };
}

async function waitForTurn(lockFile: string, say: (line: string) => void): Promise<() => void> {
  for (let told = false; ; told = true) {
    const attempt = tryLock(lockFile);
    if (attempt.taken) return attempt.release;
    if (!told) say(`Process ${attempt.ownerPid} is obtaining the Temporal server already; waiting for it …`);
    await sleep(250);
  }
}

async function install(cache: string, home: string, options: ObtainOptions): Promise<void> {
  const refusals: string[] = [];
  removeUnfinished(cache, home);
  for (const source of sources(cache, options)) {
    const unfinished = mkdtempSync(`${home}.part-`);
    try {
      await source(unfinished);
      await finish(unfinished, home);
      return options.say(`Temporal ${temporal.temporalVersion} is ready in ${home}`);
    } catch (error) {
      refusals.push((error as Error).message);
      options.say(`That did not work: ${(error as Error).message}`);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  throw new Error(waysOut(cache, refusals));
}

/** What a killed copy left half done; nobody else is at work while we hold the lock. */
function removeUnfinished(cache: string, home: string): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith(`${basename(home)}.part-`))
      rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function sources(cache: string, options: ObtainOptions): Source[] {
  const { say, goCommand = 'go', patience = { connectMs: 3_000, silenceMs: 15_000 } } = options;
  const releaseUrl =
    options.releaseUrl ?? process.env['RUQSAT_TEMPORAL_RELEASE_URL'] ?? temporal.releaseFolder;
  const own = join(cache, temporal.archiveName);
  return [
    ...(existsSync(own) ? [(folder: string) => unpack(own, folder)] : []),
    (folder) => installRelease(folder, { releaseUrl: releaseUrl.replace(/\/+$/, ''), patience, say }),
    (folder) => installWithGo(folder, { command: goCommand, say }),
  ];
}

/** Nothing enters the cache that does not run here and say the right version. */
async function finish(unfinished: string, home: string): Promise<void> {
  const programs = programsIn(unfinished);
  for (const program of Object.values(programs)) {
    chmodSync(program, 0o755);
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 30_000 });
    if (!stdout.includes(temporal.temporalVersion))
      throw new Error(`${program} is another version: ${stdout.trim()}`);
  }
  rmSync(join(unfinished, temporal.archiveName), { force: true });
  renameSync(unfinished, home);
}

function waysOut(cache: string, refusals: readonly string[]): string {
  return [
    `The Temporal server ${temporal.temporalVersion} could not be obtained:`,
    ...refusals.map((refusal) => `  - ${refusal}`),
    'Any one of these helps:',
    `  - download ${temporal.releaseFolder}/${temporal.archiveName}`,
    `    yourself and put it at ${join(cache, temporal.archiveName)}`,
    '  - install Go 1.26 or newer (https://go.dev/dl) and start again',
    '  - set TEMPORAL_ADDRESS to a Temporal server that runs already',
    '  - set RUQSAT_TEMPORAL_RELEASE_URL to a mirror of the release',
  ].join('\n');
}
