/** `npm start`, whole: it comes up, stops in order, survives being killed, and leaves no process behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getRunningStack } from '../../scripts/running-stack';
import { freePorts } from '../../scripts/servers/ports';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { identifyProcess } from '../../scripts/servers/process-identity';
import { waitUntil } from '../../scripts/servers/wait-until';

describe('npm start', () => {
  let dataDir: string;
  let env: NodeJS.ProcessEnv;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ruqsat-stack-'));
    chmodSync(dataDir, 0o711);
    const [base] = await freePorts(31);
    const { PATH, HOME, TMPDIR, RUQSAT_CACHE_DIR, XDG_CACHE_HOME } = process.env;
    env = {
      PATH,
      HOME,
      TMPDIR,
      RUQSAT_CACHE_DIR,
      XDG_CACHE_HOME,
      RUQSAT_DATA_DIR: dataDir,
      RUQSAT_PORT: String(base),
    };
  });

  afterAll(async () => {
    for (const child of started.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    )) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  function start() {
    const program = join(findProjectRoot(), 'dist', 'scripts', 'stack.js');
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ready = () =>
      waitUntil(async () => said.includes('Ruqsat is ready'), {
        what: 'The stack',
        timeoutMs: 90_000,
        failed: () => (child.exitCode === null ? undefined : said),
      });
    return { child, ready, said: () => said };
  }

  const childrenOf = () =>
    JSON.parse(readFileSync(join(dataDir, 'children.json'), 'utf8')) as { pid: number }[];
  const allGone = (children: { pid: number }[]) =>
    children.every(({ pid }) => identifyProcess(pid) === undefined);
  const isReady = async () => (await fetch(`${getRunningStack(env).apiUrl}/health/ready`)).status;

  it('comes up, refuses a second start on its data, and stops everything in order on Ctrl-C', async () => {
    const stack = start();
    await stack.ready();
    expect(await isReady()).toBe(200);
    const second = start();
    const [code] = await once(second.child, 'exit');
    expect([code, second.said()]).toEqual([
      1,
      expect.stringContaining(`Process ${stack.child.pid} runs a stack`),
    ]);
    const children = childrenOf();
    expect(children).toHaveLength(5);
    stack.child.kill('SIGINT');
    expect(await once(stack.child, 'exit')).toEqual([0, null]);
    expect(stack.said().match(/(?<=stopping )\w+/g)).toEqual([
      'api',
      'worker',
      'agencies',
      'temporal',
      'postgres',
    ]);
    expect(allGone(children)).toBe(true);
    expect(() => getRunningStack(env)).toThrow(/npm start/);
  }, 120_000);

  it('starts again at once after it was killed', async () => {
    const killed = start();
    await killed.ready();
    const children = childrenOf();
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const next = start();
    await next.ready();
    expect(allGone(children)).toBe(true);
    expect(await isReady()).toBe(200);
    next.child.kill('SIGTERM');
    expect(await once(next.child, 'exit')).toEqual([0, null]);
  }, 180_000);
});
