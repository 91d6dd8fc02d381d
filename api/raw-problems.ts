/** What is no HTTP that can be read is refused as a problem too, straight onto its socket. */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemTitles } from './problem-titles';
import { Problem } from './problems';

const details: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'the request line and headers are too long',
  ERR_HTTP_REQUEST_TIMEOUT: 'the request did not come to its end in time',
};

/** Returns the reference; closes the connection, since nobody knows where in it the next request would begin. */
export function refuseRaw({ code }: { code?: string }, socket: Socket): string {
  const reference = randomUUID();
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return reference;
  }
  socket.end(rawReply(new Problem('malformed-request'), { detail: details[code ?? ''], reference }));
  return reference;
}

function rawReply(
  { code, status }: Problem,
  said: { detail: string | undefined; reference: string },
): string {
  const body = JSON.stringify({
    type: `urn:ruqsat:problem:${code}`,
    title: problemTitles[code].en,
    status,
    code,
    ...said,
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: en',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
