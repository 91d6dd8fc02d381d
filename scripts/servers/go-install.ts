/** Compiles the programs from their published sources with Go, with progress that a person can follow. */
import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { goPrograms, programFile, temporalVersion } from './temporal-version';

export interface GoOptions {
  /** Usually `go`. */
  command: string;
  say: (line: string) => void;
}

const everyMs = 5_000;

/** Leaves the programs in `folder`. What Go downloads is held against Go's public checksum log. */
export async function installWithGo(folder: string, { command, say }: GoOptions): Promise<void> {
  say(`Compiling Temporal ${temporalVersion} with Go instead: 1 to 5 minutes, once on this machine …`);
  const watch = createWatch(say);
  try {
    await run(command, folder, watch.onLine);
  } finally {
    watch.stop();
  }
  for (const [name, path] of Object.entries(goPrograms)) {
    renameSync(join(folder, programFile(basename(path))), join(folder, programFile(name)));
  }
}

function run(command: string, folder: string, onLine: (line: string) => void): Promise<void> {
  const programs = Object.values(goPrograms).map((path) => `${path}@v${temporalVersion}`);
  const args = ['install', '-v', '-trimpath', '-ldflags', '-s -w', ...programs];
  const env = { ...process.env, CGO_ENABLED: '0', GOBIN: folder, GOOS: undefined, GOARCH: undefined };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const last: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      last.push(line);
      last.splice(0, last.length - 5);
      onLine(line);
    });
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    child.once('error', (error) => reject(new Error(`${command} could not be run (${error.message})`)));
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) resolve();
      else reject(new Error(`go install ended with ${code}: ${last.join(' | ')}`));
    });
  });
}

/** Counts Go's own lines, and says every few seconds how far it is. */
function createWatch(say: (line: string) => void) {
  const started = Date.now();
  let modules = 0;
  let packages = 0;
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    if (packages > 0) say(`… compiling, ${packages} packages done, ${seconds} s so far`);
    else if (modules > 0) say(`… ${modules} modules downloaded, ${seconds} s so far`);
    else say(`… Go is at work, ${seconds} s so far`);
  }, everyMs);
  return {
    onLine: (line: string) => {
      if (line.startsWith('go: downloading ')) modules += 1;
      else if (!line.startsWith('go: ')) packages += 1;
    },
    stop: () => clearInterval(timer),
  };
}
