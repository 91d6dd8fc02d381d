/** Finds free ports on loopback, and says who wanted a port that is taken. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections, so that a port stays ours while its server is down. */
const lowest = 12_000;
const highest = 31_000;

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** `count` neighbouring free ports, by chance, so that several test runs rarely meet; the first is returned first. */
export async function freePorts(count: number): Promise<number[]> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const first = randomInt(lowest, highest - count);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isPortFree));
    if (free.every(Boolean)) return ports;
  }
  throw new Error(`No ${count} neighbouring free ports were found between ${lowest} and ${highest}.`);
}

/** Throws one error that names every taken port, what wanted it, and how to move all of them. */
export async function refuseTakenPorts(wanted: Readonly<Record<string, number>>): Promise<void> {
  const checked = await Promise.all(
    Object.entries(wanted).map(async ([name, port]) => ({ name, port, free: await isPortFree(port) })),
  );
  const taken = checked.filter((entry) => !entry.free);
  if (taken.length === 0) return;
  const list = taken.map((entry) => `  port ${entry.port}, wanted by ${entry.name}`).join('\n');
  throw new Error(
    `In use by another program:\n${list}\n` +
      'Choose another base port with RUQSAT_PORT, for example: RUQSAT_PORT=9400 npm start',
  );
}
