/** Locks: one owner at a time, and none that is dead. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock } from '../../scripts/servers/lock';

describe('a lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ruqsat-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names its living owner to whoever comes second', () => {
    expect(tryLock(file).taken).toBe(true);
    expect(tryLock(file)).toEqual({ taken: false, ownerPid: process.pid });
  });

  it('is free again after its owner let go', () => {
    const first = tryLock(file);
    if (first.taken) first.release();
    expect(tryLock(file).taken).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, identity: 'once' })],
    [
      'whose number went to another process',
      JSON.stringify({ pid: process.pid, identity: 'an earlier one' }),
    ],
    ['that nobody can read', 'torn'],
  ])('%s holds nobody up', (_, content) => {
    writeFileSync(file, content);
    expect(tryLock(file).taken).toBe(true);
  });
});
