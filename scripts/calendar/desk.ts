/** The operator's desk: the API with his token, or with that of the running stack's own operator. */
import { setTimeout as sleep } from 'node:timers/promises';
import { getRunningStack } from '../running-stack';

/** The operator of the development stack. */
const persona = 'dana';
const patienceMs = 30_000;
const tries = 5;
const pauseMs = 1_000;

export interface DeskReply {
  status: number;
  /** How long the service wants to be left alone. */
  waitMs?: number;
  body: Record<string, unknown>;
}

/**
 * With API_URL set: OPERATOR_TOKEN, or IDENTITY_URL of a development issuer, must be set as well. The desk asks again
 * what nobody answered, so whatever changes something needs its key.
 */
export function openDesk(env: NodeJS.ProcessEnv) {
  const told: NodeJS.ProcessEnv = env['API_URL'] ? env : { ...getRunningStack(env).environments.demo };
  const { API_URL: apiUrl, OPERATOR_TOKEN: given, IDENTITY_URL: identityUrl } = told;
  if (!given && !identityUrl) {
    throw new Error('With API_URL set, OPERATOR_TOKEN must be set as well.');
  }
  let token = given;

  async function newToken(): Promise<string> {
    if (!identityUrl) throw new Error('OPERATOR_TOKEN is refused or over: get a new one and run this again.');
    const response = await fetch(`${identityUrl}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  async function once(line: string, { key, body }: Sent): Promise<DeskReply> {
    token ??= await newToken();
    const [method = 'GET', path = ''] = line.split(' ');
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.status === 401) token = await newToken();
    return {
      status: response.status,
      waitMs: Number(response.headers.get('retry-after') ?? 0) * 1000,
      body: (await response.json()) as DeskReply['body'],
    };
  }

  return async function ask(line: string, sent: Sent = {}): Promise<DeskReply> {
    for (let tried = 1; ; tried += 1) {
      const reply = await once(line, sent).catch((error: Error) => error);
      const passes = reply instanceof Error || [401, 429].includes(reply.status) || reply.status >= 500;
      if (!passes) return reply;
      if (tried === tries) {
        throw new Error(`${line}: ${reply instanceof Error ? reply.message : `answered ${reply.status}`}`);
      }
      const waitMs = reply instanceof Error ? 0 : (reply.waitMs ?? 0);
      await sleep(Math.max(waitMs, tried * pauseMs));
    }
  };
}
export type OperatorDesk = ReturnType<typeof openDesk>;

interface Sent {
  key?: string;
  body?: object;
}

/** Every row of a list that is read page by page. */
export async function* listAll<Row>(desk: OperatorDesk, path: string, rows: string): AsyncGenerator<Row> {
  for (let cursor: unknown = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(String(cursor))}`;
    const { status, body } = await desk(`GET ${path}${query}`);
    if (status !== 200) throw new Error(`${path}: ${String(body['code'])} (${status})`);
    yield* body[rows] as Row[];
    cursor = body['next'];
  }
}
