/** The operator's desk: what is refused for the moment is asked again, no sooner than the service says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { openDesk } from '../../scripts/calendar/desk';

test('a desk that asks too often waits as long as it is told', async () => {
  const asked: number[] = [];
  const service = createServer((_, reply) => {
    asked.push(Date.now());
    const isFirst = asked.length === 1;
    reply.writeHead(isFirst ? 429 : 200, { 'content-type': 'application/json', 'retry-after': '2' });
    reply.end(JSON.stringify(isFirst ? { code: 'too-many-requests' } : { cases: [] }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  const desk = openDesk({ API_URL: `http://127.0.0.1:${port}`, OPERATOR_TOKEN: 'a-token' });
  const reply = await desk('GET /admin/calendar/v2/cases');
  expect(reply.status).toBe(200);
  const [first = 0, second = 0] = asked;
  expect(second - first).toBeGreaterThanOrEqual(1_950);
  await new Promise((resolve) => service.close(resolve));
});
