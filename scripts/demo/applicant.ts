/** What an applicant does, step by step, as his own persona. */
import { people, type PersonKey } from '../../agencies/people';
import type { Application } from '../../api/schemas/application';
import type { ApplicationForm } from '../../domain/form';
import type { Region } from '../../domain/regions';
import { isClosed, type CaseStatus } from '../../domain/statuses';
import { patienceMs, type Callers } from './callers';
import { scan } from './forms';
import type { ActDone } from './receipt';
import { UnexpectedAnswer } from './unexpected-answer';

export function createApplicant(callers: Callers, persona: PersonKey) {
  async function reach(caseId: string, wanted: CaseStatus): Promise<void> {
    const line = `GET /applications/${caseId}`;
    let headers: Record<string, string> = {};
    for (const end = Date.now() + patienceMs; ;) {
      const answer = await callers.call<Application>(persona, line, { headers, expect: [200, 304] });
      const { status, body } = answer;
      if (status === 200 && body.status === wanted) return;
      if (Date.now() > end || (status === 200 && isClosed(body.status))) {
        throw new UnexpectedAnswer({
          who: persona,
          line,
          expected: `status ${wanted}`,
          status,
          answer: body,
        });
      }
      headers = { 'if-none-match': answer.headers.get('etag') ?? '', prefer: 'wait=20' };
    }
  }

  async function saveForm(
    caseId: string,
    version: number,
    content: Partial<ApplicationForm>,
  ): Promise<number> {
    const headers = { 'if-match': `"${version}"` };
    const line = `PUT /applications/${caseId}/form`;
    const saved = await callers.call<{ version: number }>(persona, line, { body: content, headers });
    return saved.body.version;
  }

  return {
    reach,

    async open(region: Region): Promise<string> {
      const { caseId } = await callers.act<ActDone>(persona, 'POST /applications', {
        region,
        person: people[persona].person,
      });
      return caseId;
    },

    /** Books, and waits for the signed result. */
    async passTest(caseId: string): Promise<void> {
      await callers.act(persona, `POST /applications/${caseId}/language-test`);
      await reach(caseId, 'awaiting-form');
    },

    /** A first draft with a few answers, then the rest, then the scan; answers the version to hand in. */
    async fillForm(caseId: string, form: ApplicationForm): Promise<number> {
      const { profession, address, workYears } = form;
      const draft = await saveForm(caseId, 0, { profession, address, workYears });
      const version = await saveForm(caseId, draft, form);
      await callers.call(persona, `POST /applications/${caseId}/documents?kind=passport`, {
        body: scan,
        headers: { 'content-type': 'application/pdf' },
      });
      return version;
    },

    submitForm: (caseId: string, version: number): Promise<ActDone> =>
      callers.act(persona, `POST /applications/${caseId}/form/submission`, { version }),
  };
}
