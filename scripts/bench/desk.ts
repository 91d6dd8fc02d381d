/** The desk of whoever measures: every answer is a yes, and a status is waited for by long polls. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createDesk as openDesk, type Call } from '../desk';

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
  const desk = openDesk(apiUrl, identityUrl);

  /** `line` is a method and a path. Throws CallRefused for anything but a yes or a 304. */
  async function call(persona: string, line: string, given: Call = {}): Promise<Reply> {
    const { status, headers, body } = await desk.call(persona, line, given);
    if (status >= 400) throw new CallRefused(`${line}: ${status} ${JSON.stringify(body)}`, body['code']);
    return { status, etag: headers.get('etag') ?? '', body };
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

  return { call, reach, tokenOf: desk.tokenOf };
}
export type Desk = ReturnType<typeof createDesk>;
