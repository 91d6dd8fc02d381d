/** What an applicant does, step by step, as his own persona. */
import { people, type PersonKey } from '../../agencies/people';
import type { Application } from '../../api/schemas/application';
import type { ApplicationForm, FormDraft } from '../../domain/form';
import type { Region } from '../../domain/regions';
import { isClosed, type CaseStatus } from '../../domain/statuses';
import { patienceMs, type Callers } from './callers';
import { formOf } from './forms';
import type { ActDone } from './receipt';
import { scansFor } from './scans';
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

  async function saveForm(caseId: string, version: number, content: FormDraft): Promise<number> {
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

    /** A first draft with a few answers, then the rest, then the scans; answers the version to hand in. */
    async fillForm(caseId: string, filled: ApplicationForm): Promise<number> {
      const { person } = people[persona];
      const form = formOf(person, filled);
      const { personal, employment } = form;
      const begun = {
        personal: { address: personal.address },
        employment: { profession: employment.profession },
      };
      const draft = await saveForm(caseId, 0, begun);
      const version = await saveForm(caseId, draft, form);
      for (const { kind, mediaType, bytes } of scansFor(form, person)) {
        const line = `POST /applications/${caseId}/documents?kind=${kind}`;
        await callers.call(persona, line, { body: bytes, headers: { 'content-type': mediaType } });
      }
      return version;
    },

    submitForm: (caseId: string, version: number): Promise<ActDone> =>
      callers.act(persona, `POST /applications/${caseId}/form/submission`, { version }),
  };
}
