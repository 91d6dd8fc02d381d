/** What a killed start leaves behind: ended by the leash at once, and at the latest by the next start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { identifyProcess } from '../../scripts/servers/process-identity';
import { waitUntil } from '../../scripts/servers/wait-until';
import { endLeftovers, recordChildren } from '../../scripts/stack/leftovers';

const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
const noLeash = { hold: () => true, free: () => true, removeAtTheEnd: () => true, keep: () => true };

describe('leftovers of a killed start', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ruqsat-leftovers-'));
    file = join(folder, 'children.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are ended by the next start', async () => {
    const child = idle();
    const ended = once(child, 'exit');
    recordChildren(noLeash, file).hold(child.pid ?? 0, 'SIGTERM');
    await endLeftovers(file, () => undefined);
    expect((await ended)[1]).toBe('SIGTERM');
    expect(existsSync(file)).toBe(false);
  });

  it('are left alone when their number went to another process', async () => {
    const child = idle();
    const pid = child.pid ?? 0;
    writeFileSync(file, JSON.stringify([{ pid, identity: 'an earlier process', signal: 'SIGTERM' }]));
    await endLeftovers(file, () => undefined);
    expect(identifyProcess(pid)).toBeDefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('are forgotten when the child has ended by itself', () => {
    const children = recordChildren(noLeash, file);
    children.hold(process.pid, 'SIGTERM');
    children.free(process.pid);
    expect(readFileSync(file, 'utf8')).toBe('[]');
  });

  it('end with their temporary folder when whoever holds the leash is killed', async () => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const child = idle();
    const watcher = join(findProjectRoot(), 'scripts', 'servers', 'leash-watcher.mjs');
    const leash = spawn(process.execPath, [watcher], { stdio: ['pipe', 'ignore', 'inherit'] });
    leash.stdin.write(`${JSON.stringify({ verb: 'hold', pid: child.pid, signal: 'SIGTERM' })}\n`);
    leash.stdin.end(`${JSON.stringify({ verb: 'remove', folder: temporary })}\n`);
    await Promise.all([once(child, 'exit'), once(leash, 'exit')]);
    await waitUntil(async () => !existsSync(temporary), { what: 'the removal', timeoutMs: 2_000 });
  });
});
