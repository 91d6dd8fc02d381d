/** Ports: found by chance when a test asks, and named when they are taken. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePorts, refuseTakenPorts } from '../../scripts/servers/ports';

describe('ports', () => {
  it('are neighbours when several are asked for', async () => {
    const [first = 0, ...rest] = await freePorts(4);
    expect(rest).toEqual([first + 1, first + 2, first + 3]);
  });

  it('are refused together with what wanted them and the way out', async () => {
    const [free = 0] = await freePorts(1);
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port: taken } = holder.address() as { port: number };
    const refusal = refuseTakenPorts({ api: taken, postgres: free });
    await expect(refusal).rejects.toThrow(`port ${taken}, wanted by api`);
    await expect(refusal).rejects.toThrow(/RUQSAT_PORT/);
    await expect(refusal).rejects.not.toThrow(String(free));
    holder.close();
  });
});
