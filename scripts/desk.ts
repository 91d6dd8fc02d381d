/** People at their desks: calls the API as a persona would, over HTTP, with a token of the development issuer. */
import { randomUUID } from 'node:crypto';

export interface Reply<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
}

export interface Call {
  /** Bytes go as they are, whatever else as JSON. */
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
}

/** Tells whatever was answered; whoever wants only a yes looks at the status. */
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

  /** `line` is a method and a path, such as `POST /applications`; every POST and PUT carries an Idempotency-Key. */
  async function call<T = Record<string, unknown>>(
    persona: string,
    line: string,
    given: Call = {},
  ): Promise<Reply<T>> {
    const [method = 'GET', path = '/'] = line.split(' ');
    const raw = given.body instanceof Uint8Array;
    const body =
      given.body === undefined ? undefined : raw ? (given.body as Uint8Array) : JSON.stringify(given.body);
    const response = await fetch(apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(persona)}`,
        ...(method !== 'GET' && { 'idempotency-key': given.key ?? randomUUID() }),
        ...(body !== undefined && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...given.headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as T,
    };
  }

  return { call, tokenOf };
}
