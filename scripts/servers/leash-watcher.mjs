/** Outlives the process that started it by a moment, to end the children and folders that it left behind. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createInterface } from 'node:readline';

const graceMs = 5_000;
const held = new Map();
const folders = new Set();

for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { verb, pid, signal, folder } = JSON.parse(line);
  if (verb === 'hold') held.set(pid, signal);
  if (verb === 'free') held.delete(pid);
  if (verb === 'remove') folders.add(folder);
  if (verb === 'keep') folders.delete(folder);
}

for (const [pid, signal] of [...held].reverse()) await end(pid, signal);
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

async function end(pid, signal) {
  const deadline = Date.now() + graceMs;
  for (let next = signal; send(pid, next); next = 0) {
    if (Date.now() > deadline) send(pid, 'SIGKILL');
    await sleep(50);
  }
}

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
