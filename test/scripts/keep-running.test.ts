/** Parts of the stack that die come back; parts that are stopped do not. */
import { describe, expect, it } from '@jest/globals';
import { keepRunning } from '../../scripts/stack/keep-running';
import { waitUntil } from '../../scripts/servers/wait-until';

const backoffMs = { first: 5, longest: 20 };

/** Parts that end when they are told to die, or when they are abandoned. */
function createParts(fails: (start: number) => boolean = () => false) {
  const deaths: ((how: string) => void)[] = [];
  let starts = 0;
  const start = async (abandon: AbortSignal) => {
    starts += 1;
    if (fails(starts)) throw new Error(`start ${starts} failed`);
    const ended = new Promise<string>((resolve) => {
      deaths.push(resolve);
      abandon.addEventListener('abort', () => resolve('stopped'));
    });
    return { child: { ended } };
  };
  return { start, starts: () => starts, die: (how: string) => deaths.at(-1)?.(how) };
}

describe('a part of the stack', () => {
  it('is started again when it ends unasked, and this is said', async () => {
    const parts = createParts();
    const said: string[] = [];
    const kept = keepRunning({
      name: 'worker',
      start: parts.start,
      say: (line) => said.push(line),
      backoffMs,
    });
    await kept.ready;
    parts.die('worker ended with SIGKILL');
    await waitUntil(async () => said.includes('worker is ready again'), {
      what: 'the second start',
      timeoutMs: 2_000,
    });
    expect(said[0]).toBe('worker ended with SIGKILL; starting it again in 0.005 s');
    await kept.stop();
    expect(parts.starts()).toBe(2);
  });

  it('is tried again when a later start fails', async () => {
    const parts = createParts((start) => start === 2);
    const said: string[] = [];
    const kept = keepRunning({ name: 'api', start: parts.start, say: (line) => said.push(line), backoffMs });
    await kept.ready;
    parts.die('api ended with exit code 1');
    await waitUntil(async () => said.includes('api is ready again'), {
      what: 'the third start',
      timeoutMs: 2_000,
    });
    expect(said).toContain('start 2 failed');
    await kept.stop();
  });

  it('ends the start when it fails the first time', async () => {
    const parts = createParts(() => true);
    const kept = keepRunning({ name: 'api', start: parts.start, say: () => undefined, backoffMs });
    await expect(kept.ready).rejects.toThrow('start 1 failed');
    await kept.stop();
    expect(parts.starts()).toBe(1);
  });

  it('stays away once it is stopped', async () => {
    const parts = createParts();
    const kept = keepRunning({ name: 'api', start: parts.start, say: () => undefined, backoffMs });
    await kept.ready;
    await kept.stop();
    expect(parts.starts()).toBe(1);
  });
});
