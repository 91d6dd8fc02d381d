/** Waits with a long poll, as whoever filed, until a case has the status that the story needs. */
import type { Application } from '../../api/schemas/application';
import { isClosed, type CaseStatus } from '../../domain/statuses';
import { patienceMs, type Callers } from './callers';
import { UnexpectedAnswer } from './unexpected-answer';

/** Throws UnexpectedAnswer when the case ends otherwise, or patience does. */
export function createReach(callers: Callers, who: string) {
  return async function reach(caseId: string, wanted: CaseStatus): Promise<void> {
    const line = `GET /applications/${caseId}`;
    let headers: Record<string, string> = {};
    for (const end = Date.now() + patienceMs; ;) {
      const answer = await callers.call<Application>(who, line, { headers, expect: [200, 304] });
      const { status, body } = answer;
      if (status === 200 && body.status === wanted) return;
      if (Date.now() > end || (status === 200 && isClosed(body.status))) {
        throw new UnexpectedAnswer({ who, line, expected: `status ${wanted}`, status, answer: body });
      }
      headers = { 'if-none-match': answer.headers.get('etag') ?? '', prefer: 'wait=20' };
    }
  };
}
