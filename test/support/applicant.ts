/** An applicant at his desk: the steps of a permanent-residence application over HTTP. */
import { people, type PersonKey } from '../../agencies/people';
import type { ApplicationForm } from '../../domain/form';
import type { Desk, Reply } from './desk';

/** Scores above the threshold. */
export const strongForm: ApplicationForm = {
  education: 'master',
  languages: { kazakh: 'good', russian: 'fluent', english: 'good' },
  workYears: 9,
  profession: 'hydraulic engineer',
  health: 'fit',
  familyMembers: 2,
  ties: 'relatives',
  fundsTenge: 7_200_000,
  address: 'Semey, Abai street 12',
  convictedBefore: false,
  deportedBefore: false,
  leavesCitizenship: true,
  consentToProcessing: true,
};

/** Scores below the threshold. */
export const weakForm: ApplicationForm = {
  ...strongForm,
  education: 'none',
  languages: { kazakh: 'basic', russian: 'good', english: 'none' },
  workYears: 1,
  familyMembers: 0,
  ties: 'none',
  fundsTenge: 900_000,
};

const passport = new Uint8Array(
  Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
);

export function createApplicant(desk: Desk, persona: PersonKey) {
  const status = (caseId: string) => () =>
    desk.call<{ status: string }>(persona, `GET /applications/${caseId}`);

  const steps = {
    async open(): Promise<string> {
      const { person } = people[persona];
      const reply = await desk.call(persona, 'POST /applications', { body: { region: 'abai', person } });
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

    async fillForm(caseId: string, form: ApplicationForm = strongForm): Promise<void> {
      await desk.call(persona, `PUT /applications/${caseId}/form`, {
        body: form,
        headers: { 'if-match': '"0"' },
      });
      await desk.call(persona, `POST /applications/${caseId}/documents?kind=passport`, {
        body: passport,
        headers: { 'content-type': 'application/pdf' },
      });
    },

    submitForm: (caseId: string, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/form/submission`, {
        body: { version: 1 },
        ...(key && { key }),
      }),

    withdraw: (caseId: string, key?: string): Promise<Reply> =>
      desk.call(persona, `POST /applications/${caseId}/withdrawal`, { body: {}, ...(key && { key }) }),
  };
  return steps;
}
