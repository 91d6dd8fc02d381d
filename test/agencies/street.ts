/** A street of neighbours for one test file: agencies on free ports, a letter box for callbacks, our own clients. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createAgencyClients } from '../../clients/agency-clients';
import { agencyNames, type AgencyName } from '../../domain/agencies';

export interface ReceivedCallback {
  path: string;
  signature: string | undefined;
  raw: Buffer;
  /** Undefined when the body is not JSON. */
  body: Record<string, unknown> | undefined;
}

export async function aDataDir() {
  const path = await mkdtemp(join(tmpdir(), 'ruqsat-agencies-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function listen(app: FastifyInstance, port = 0): Promise<string> {
  return app.listen({ host: '127.0.0.1', port });
}

/** Our side of the callbacks: keeps what arrives; replies with the statuses in `replies`, then with 204. */
export async function openLetterBox(at = 0) {
  const received: ReceivedCallback[] = [];
  const replies: number[] = [];
  const watchers = new Set<() => void>();
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts);
      const signature = request.headers['ruqsat-agency-signature'];
      received.push({ path: request.url ?? '', signature: signature as string, raw, body: parsed(raw) });
      response.writeHead(replies.shift() ?? 204).end();
      for (const look of watchers) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    replies,
    /** Resolves with the first `count` callbacks about a request, as soon as they are there. */
    about(requestId: string, count = 1): Promise<ReceivedCallback[]> {
      return new Promise((resolve) => {
        const look = () => {
          const matching = received.filter(({ body }) => body?.requestId === requestId);
          if (matching.length < count) return;
          watchers.delete(look);
          resolve(matching);
        };
        watchers.add(look);
        look();
      });
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function parsed(raw: Buffer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(raw.toString()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Clients of which only the named agencies have anybody at the other end. */
export function clientsOf(
  urls: Partial<Record<AgencyName, string>>,
  callbackBaseUrl: string,
  timeoutMs = 300,
) {
  const nobody = Object.fromEntries(agencyNames.map((name) => [name, 'http://127.0.0.1:9']));
  const all = { ...nobody, ...urls } as Record<AgencyName, string>;
  return createAgencyClients({ urls: all, timeoutMs, callbackBaseUrl });
}

/** One request to an agency, such as `GET /control`; throws when the answer is no. */
export async function control(
  url: string,
  what: `${'GET' | 'PUT' | 'POST' | 'DELETE'} /${string}`,
  body?: object,
) {
  const [method, path] = what.split(' ');
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const reply = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(reply)}`);
  return reply;
}

/** Looks again until something is there; an agency writes down a delivery a moment after we have it. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
