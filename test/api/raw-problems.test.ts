/** What is not even HTTP: a problem like any other, and the connection closed. */
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => office.close());

test.each([
  ['a broken request line', 'NONSENSE\r\n\r\n'],
  ['a line that is no header', 'GET / HTTP/1.1\r\nhost: a\r\nno header\r\n\r\n'],
  ['headers without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
])('%s is told so in the words of every refusal', async (_, sent) => {
  const { port } = office.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toContain('content-type: application/problem+json');
  const problem = JSON.parse(body) as { reference: string };
  expect(problem).toMatchObject({
    type: 'urn:ruqsat:problem:malformed-request',
    status: 400,
    code: 'malformed-request',
  });
  expect(office.lines.join('')).toContain(problem.reference);
});
