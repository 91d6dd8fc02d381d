/** The people of the demonstration at the API: each calls over HTTP with a token of the stack's own issuer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnexpectedAnswer } from './unexpected-answer';

export interface Doors {
  apiUrl: string;
  identityUrl: string;
  testingCentreUrl: string;
  criminalRegistryUrl: string;
  kinshipRegisterUrl: string;
}

/** The agencies at whose control door somebody stands. */
export const agenciesAtHand = ['testing-centre', 'criminal-registry', 'kinship-register'] as const;
export type AgencyAtHand = (typeof agenciesAtHand)[number];

export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  /** Statuses that are no surprise; 200 and 201 when absent. */
  expect?: readonly number[];
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** How long anything may take on a busy machine before the demonstration gives up. */
export const patienceMs = 90_000;

export function createCallers({ apiUrl, identityUrl, ...doors }: Doors) {
  const controlDoors = {
    'testing-centre': doors.testingCentreUrl,
    'criminal-registry': doors.criminalRegistryUrl,
    'kinship-register': doors.kinshipRegisterUrl,
  } as const satisfies Record<AgencyAtHand, string>;
  const tokens = new Map<string, Promise<string>>();

  async function send<T>(
    who: string,
    line: string,
    { body, headers, expect = [200, 201] }: Sent,
  ): Promise<Answer<T>> {
    const [method = 'GET', url = ''] = line.split(' ');
    const raw = body instanceof Uint8Array;
    const content = body === undefined ? undefined : raw ? body : JSON.stringify(body);
    const expected = expect.join(' or ');
    try {
      const response = await fetch(url, {
        method,
        headers: { ...(content !== undefined && !raw && { 'content-type': 'application/json' }), ...headers },
        signal: AbortSignal.timeout(patienceMs),
        ...(content !== undefined && { body: content }),
      });
      const { status } = response;
      const answer = readBody(await response.text());
      if (!expect.includes(status))
        throw new UnexpectedAnswer({ who, line, sent: body, expected, status, answer });
      return { status, headers: response.headers, body: answer as T };
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw error;
      const { message, cause } = error as Error;
      const answer = `nothing: ${cause instanceof Error ? cause.message : message}`;
      throw new UnexpectedAnswer({ who, line, sent: body, expected, answer });
    }
  }

  function tokenOf(persona: string): Promise<string> {
    const known = tokens.get(persona);
    if (known !== undefined) return known;
    const asked = send<{ access_token: string }>(persona, `POST ${identityUrl}/token`, { body: { persona } });
    const token = asked.then(({ body }) => body.access_token);
    tokens.set(persona, token);
    return token;
  }

  /** `line` is a method and a path, such as `POST /applications`; whatever changes something carries a key of its own. */
  async function call<T>(persona: string, line: string, sent: Sent = {}): Promise<Answer<T>> {
    const [method, path] = line.split(' ');
    const authorization = `Bearer ${await tokenOf(persona)}`;
    const key: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': randomUUID() };
    return send<T>(persona, `${method} ${apiUrl}${path}`, {
      ...sent,
      headers: { authorization, ...key, ...sent.headers },
    });
  }

  /** An act, through to its answer: one that is only stamped (202) is asked for under its number until it is done. */
  async function act<T extends object>(persona: string, line: string, body: unknown = {}): Promise<T> {
    const first = await call<T>(persona, line, { body, expect: [200, 201, 202] });
    if (first.status !== 202) return first.body;
    const done = await until({
      who: persona,
      expected: 'the act to be carried out',
      ask: () => call<Registered<T>>(persona, `GET ${first.headers.get('location')}`),
      holds: ({ state }) => state !== 'received',
    });
    if (done.state !== 'answered' || done.answer === null) {
      throw new UnexpectedAnswer({
        who: persona,
        line,
        sent: body,
        expected: 'the act to be done',
        answer: done,
      });
    }
    return { ...done.answer, caseId: done.caseId };
  }

  /** Asks until `holds`; `expected` says what that means. */
  async function until<T>({ who, expected, ask, holds }: Patience<T>): Promise<T> {
    for (const end = Date.now() + patienceMs; ; await sleep(100)) {
      const { status, body } = await ask();
      if (holds(body)) return body;
      if (Date.now() > end) {
        throw new UnexpectedAnswer({ who, line: 'again and again', expected, status, answer: body });
      }
    }
  }

  return {
    call,
    act,
    until,

    /** An act that must be refused, with that status: answers the problem's code. One only stamped (202) is sent again. */
    async refusal(persona: string, line: string, { body = {}, status = 409 }: Refused = {}): Promise<string> {
      const headers = { 'idempotency-key': randomUUID() };
      for (const end = Date.now() + patienceMs; ; await sleep(100)) {
        const expect = Date.now() < end ? [status, 202] : [status];
        const answer = await call<{ code: string }>(persona, line, { body, headers, expect });
        if (answer.status === status) return answer.body.code;
      }
    },

    /** At the control door of an agency, where nobody needs a token. */
    atAgency: <T>(agency: AgencyAtHand, line: string, body?: unknown): Promise<Answer<T>> => {
      const [method, path] = line.split(' ');
      return send<T>(`somebody at the ${agency}`, `${method} ${controlDoors[agency]}${path}`, { body });
    },
  };
}
export type Callers = ReturnType<typeof createCallers>;

interface Refused {
  body?: unknown;
  status?: number;
}

interface Patience<T> {
  who: string;
  expected: string;
  ask: () => Promise<Answer<T>>;
  holds: (body: T) => boolean;
}

interface Registered<T> {
  state: string;
  caseId: string;
  answer: T | null;
}

function readBody(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}
