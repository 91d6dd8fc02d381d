/** Lets one set-up at a time work in this checkout; the lock of a dead one holds nobody up. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { kill, pid } from 'node:process';
import { inRoot } from './paths.mjs';
import { say } from './say.mjs';

const file = inRoot('dist', '.set-up.lock');
const pauseMs = 250;
const unwrittenMs = 2_000;

export function alone(work) {
  takeTurn();
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeTurn() {
  mkdirSync(inRoot('dist'), { recursive: true });
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return writeFileSync(file, String(pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = findOwner();
    if (owner ? !isAlive(owner) : waited >= unwrittenMs) rmSync(file, { force: true });
    else if (waited === 0) say(`Process ${owner} is setting this checkout up already; waiting for it …`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
}

function findOwner() {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(owner) {
  try {
    return kill(owner, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
