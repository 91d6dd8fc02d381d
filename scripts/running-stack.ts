/** Finds the stack that runs on this data folder, for the commands that work beside it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess } from './servers/process-identity';
import type { Addresses } from './stack/addresses';
import type { Environment, ProcessName } from './stack/environments';
import { dataDirFrom } from './stack/settings';

export interface RunningStack extends Addresses {
  /** What each program is told; `audit`, `token` and `demo` are meant for the commands of these names. */
  environments: Record<ProcessName, Environment>;
}

interface StackFile {
  pid: number;
  identity: string;
  stack: RunningStack;
}

const fileIn = (dataDir: string) => join(dataDir, 'stack.json');

/** Throws, in words for a person, when none runs. */
export function getRunningStack(env: NodeJS.ProcessEnv = process.env): RunningStack {
  const dataDir = dataDirFrom(env);
  const file = read(fileIn(dataDir));
  if (file && identifyProcess(file.pid) === file.identity) return file.stack;
  throw new Error(
    `No stack is ready on ${dataDir}. Type "npm start" in another terminal and wait until it says so; ` +
      'a stack on another data folder is found with RUQSAT_DATA_DIR.',
  );
}

/** Makes the stack known until `forget`. Readable by its owner alone, since it holds passwords. */
export function announceStack(dataDir: string, stack: RunningStack): { forget: () => void } {
  const file: StackFile = { pid: process.pid, identity: identifyProcess(process.pid) ?? '', stack };
  rmSync(fileIn(dataDir), { force: true });
  writeFileSync(fileIn(dataDir), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  return { forget: () => rmSync(fileIn(dataDir), { force: true }) };
}

function read(path: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StackFile;
  } catch {
    return undefined;
  }
}
