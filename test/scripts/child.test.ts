/** What a child that does not get ready leaves behind: how it ended, and its last words. */
import { describe, expect, test } from '@jest/globals';
import { readyOrStopped, startChild } from '../../scripts/servers/child';
import { createLeash } from '../../scripts/servers/leash';
import { waitUntil } from '../../scripts/servers/wait-until';

const leash = createLeash();

function start(program: string) {
  const lines: string[] = [];
  const child = startChild({
    name: 'postgres',
    command: process.execPath,
    args: ['--eval', program],
    env: {},
    leash,
    onLine: (line) => lines.push(line),
  });
  return { child, lines };
}

/** Ready it never is. */
const readyInVain = (child: ReturnType<typeof start>['child'], timeoutMs = 20_000) =>
  readyOrStopped(
    child,
    waitUntil(async () => false, { what: 'postgres', timeoutMs, everyMs: 5, failed: child.howItEnded }),
  );

describe('a child that does not get ready', () => {
  test('is told with what it printed last, on either stream', async () => {
    const { child } = start(
      `console.log('reading its settings'); console.error('no space left on device'); process.exitCode = 1`,
    );
    const error = await readyInVain(child).catch((thrown: Error) => thrown);
    const [sentence, ...words] = (error as Error).message.split('\n');
    expect(sentence).toBe('postgres ended with exit code 1');
    expect(words.sort()).toEqual(['  no space left on device', '  reading its settings']);
  });

  test('is told with its last lines alone, however much it said', async () => {
    const { child, lines } = start(
      `for (let line = 1; line <= 500; line += 1) console.log('line ' + line); process.exitCode = 1`,
    );
    const error = await readyInVain(child).catch((thrown: Error) => thrown);
    const words = (error as Error).message.split('\n').slice(1);
    expect(words).toEqual([493, 494, 495, 496, 497, 498, 499, 500].map((line) => `  line ${line}`));
    expect(lines).toHaveLength(500);
  });

  test('is stopped when its time is over, and told with what it waited for', async () => {
    const { child, lines } = start(`console.log('waiting for a lock'); setInterval(() => {}, 1_000)`);
    await waitUntil(async () => lines.length > 0, { what: 'its first line', timeoutMs: 20_000 });
    await expect(readyInVain(child, 50)).rejects.toThrow(
      'postgres was not ready after 0.05 s.\n  waiting for a lock',
    );
    expect(child.howItEnded()).toBeDefined();
  });
});

test('of a child that was ready and ended later, only how it ended is said', async () => {
  const { child } = start(`console.log('ready'); process.exitCode = 1`);
  expect(await child.ended).toBe('postgres ended with exit code 1');
});
