/** The API as its callers have it: a person's token, a line of HTTP, the answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Call {
  body?: object;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}
export interface Reply {
  status: number;
  etag: string;
  body: Record<string, unknown>;
}

/** The API said no. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    message: string,
    readonly code: unknown,
  ) {
    super(message);
  }
}

export function createDesk(apiUrl: string, identityUrl: string) {
  const tokens = new Map<string, string>();

  async function tokenOf(persona: string): Promise<string> {
    const known = tokens.get(persona);
    if (known !== undefined) return known;
    const response = await fetch(`${identityUrl}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    tokens.set(persona, token);
    return token;
  }

  /** `line` is a method and a path. Throws CallRefused for anything but a yes or a 304. */
  async function call(
    persona: string,
    line: string,
    { body, bytes, headers = {} }: Call = {},
  ): Promise<Reply> {
    const [method = 'GET', path = '/'] = line.split(' ');
    const sent = bytes ?? (body && JSON.stringify(body));
    const response = await fetch(apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(persona)}`,
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Reply['body']);
    if (response.status >= 400) throw new CallRefused(`${line}: ${response.status} ${text}`, answer['code']);
    const etag = response.headers.get('etag') ?? '';
    return { status: response.status, etag, body: answer };
  }

  /** Long polls until the application has this status. */
  async function reach(persona: string, caseId: string, status: string): Promise<void> {
    const giveUpAt = Date.now() + 60_000;
    for (let known = '""'; Date.now() < giveUpAt;) {
      const headers = { 'if-none-match': known, prefer: 'wait=10' };
      const { etag, body } = await call(persona, `GET /applications/${caseId}`, { headers });
      if (body['status'] === status) return;
      known = etag;
      await sleep(1);
    }
    throw new Error(`${caseId} did not reach ${status}`);
  }

  return { call, reach, tokenOf };
}
export type Desk = ReturnType<typeof createDesk>;
