/** An applicant at his desk: the steps of a permanent-residence application over HTTP. */
import { people, type PersonKey } from '../../agencies/people';
import type { NoticeView } from '../../api/schemas/notices';
import type { ApplicationForm } from '../../domain/form';
import { formOf } from '../../scripts/demo/forms';
import { scansFor } from '../../scripts/demo/scans';
import type { Desk, Reply } from './desk';
import { strongForm } from './forms';

export function createApplicant(desk: Desk, persona: PersonKey) {
  const status = (caseId: string) => () =>
    desk.call<{ status: string }>(persona, `GET /applications/${caseId}`);

  const steps = {
    /** `email`: where notices go beside the account. */
    async open(email?: string): Promise<string> {
      const { person } = people[persona];
      const contact = email === undefined ? {} : { contact: { email } };
      const reply = await desk.call(persona, 'POST /applications', {
        body: { region: 'abai', person, ...contact },
      });
      if (reply.status !== 201) throw new Error(`not opened: ${JSON.stringify(reply.body)}`);
      return String(reply.body['caseId']);
    },

    async reach(caseId: string, wanted: string, withinMs?: number): Promise<void> {
      await desk.until(status(caseId), ({ body }) => body.status === wanted, withinMs);
    },

    bookTest: (caseId: string, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/language-test`, { body: {}, ...(key && { key }) }),

    async passTest(caseId: string): Promise<void> {
      await steps.bookTest(caseId);
      await steps.reach(caseId, 'awaiting-form');
    },

    /** As this persona would fill it in, with every document that it asks for. */
    async fillForm(caseId: string, filled: ApplicationForm = strongForm): Promise<void> {
      const form = formOf(people[persona].person, filled);
      await desk.answered(persona, `PUT /applications/${caseId}/form`, {
        body: form,
        headers: { 'if-match': '"0"' },
      });
      await steps.uploadDocuments(caseId, form);
    },

    /** Every document that the form asks for. */
    async uploadDocuments(caseId: string, form: ApplicationForm): Promise<void> {
      const line = `POST /applications/${caseId}/documents`;
      const uploads = scansFor(form, people[persona].person).map(({ kind, mediaType, bytes }) =>
        desk.answered(persona, `${line}?kind=${kind}`, {
          body: bytes,
          headers: { 'content-type': mediaType },
        }),
      );
      await Promise.all(uploads);
    },

    submitForm: (caseId: string, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/form/submission`, {
        body: { version: 1 },
        ...(key && { key }),
      }),

    act: (caseId: string, step: string, body: object = {}, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/${step}`, { body, ...(key && { key }) }),

    /** Which is the proof that it was delivered. */
    openNotice: (caseId: string, seq: number) =>
      desk.call<NoticeView>(persona, `GET /applications/${caseId}/notices/${seq}`),

    withdraw: (caseId: string, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/withdrawal`, { body: {}, ...(key && { key }) }),
  };
  return steps;
}
