/** What an applicant does, step by step, as his own persona. */
import type { Static } from 'typebox';
import { people, type PersonKey } from '../../agencies/people';
import type { ApplicationList } from '../../api/schemas/application';
import type { DocumentKind, ObjectionKind } from '../../domain/events';
import type { ApplicationForm, FormDraft } from '../../domain/form';
import type { LanguageCertificate } from '../../domain/language-certificate';
import type { Region } from '../../domain/regions';
import { isClosed, type CaseStatus } from '../../domain/statuses';
import type { Callers } from './callers';
import { formOf, fullForm } from './forms';
import { createReach } from './reach';
import type { ActDone } from './receipt';
import { scansFor, type Scan } from './scans';

export function createApplicant(callers: Callers, persona: PersonKey) {
  const reach = createReach(callers, persona);

  async function saveForm(caseId: string, version: number, content: FormDraft): Promise<number> {
    const headers = { 'if-match': `"${version}"` };
    const line = `PUT /applications/${caseId}/form`;
    const saved = await callers.call<{ version: number }>(persona, line, { body: content, headers });
    return saved.body.version;
  }

  async function upload(caseId: string, scans: readonly Scan[]): Promise<void> {
    for (const { kind, mediaType, bytes } of scans) {
      const line = `POST /applications/${caseId}/documents?kind=${kind}`;
      await callers.call(persona, line, { body: bytes, headers: { 'content-type': mediaType } });
    }
  }

  const act = (caseId: string, step: string, body?: unknown): Promise<ActDone> =>
    callers.act(persona, `POST /applications/${caseId}/${step}`, body);
  const book = (caseId: string) => act(caseId, 'language-test');

  /** Who applies has no other application open: one that an interrupted run left is taken back. */
  async function takeBackEarlier(): Promise<void> {
    const { body } = await callers.call<Static<typeof ApplicationList>>(persona, 'GET /applications');
    const left = body.applications.filter(
      ({ kind, status }) => kind === 'permanent-residence' && !isClosed(status) && status !== 'granting',
    );
    for (const { caseId } of left) await act(caseId, 'withdrawal', { reason: 'I begin anew.' });
  }

  return {
    reach,

    async open(region: Region): Promise<string> {
      await takeBackEarlier();
      const { caseId } = await callers.act<ActDone>(persona, 'POST /applications', {
        region,
        person: people[persona].person,
      });
      return caseId;
    },

    book,

    /** Books, and waits for the signed result; one that is not passed leaves the booking to be done again. */
    async sitTest(caseId: string, then: CaseStatus = 'awaiting-form'): Promise<void> {
      await book(caseId);
      await reach(caseId, then);
    },

    /** Waits for what the testing centre says of the certificate: here, that it is not genuine. */
    async presentCertificate(caseId: string, certificate: LanguageCertificate): Promise<void> {
      await callers.act(persona, `POST /applications/${caseId}/language-certificate`, certificate);
      await reach(caseId, 'awaiting-test-booking');
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
      await upload(caseId, scansFor(form, person));
      return version;
    },

    submitForm: (caseId: string, version: number): Promise<ActDone> =>
      callers.act(persona, `POST /applications/${caseId}/form/submission`, { version }),

    /** Uploads new scans of these kinds, and hands them in. */
    async provide(caseId: string, kinds: readonly DocumentKind[]): Promise<void> {
      const { person } = people[persona];
      const scans = scansFor(formOf(person, fullForm), person).filter(({ kind }) => kinds.includes(kind));
      await upload(caseId, scans);
      await act(caseId, 'documents/provision');
    },

    confirmInterview: (caseId: string) => act(caseId, 'interview/confirmation'),
    object: (caseId: string, objection: { kind: ObjectionKind; text: string }) =>
      act(caseId, 'objection', objection),
    complain: (caseId: string, text: string) => act(caseId, 'complaint', { text }),
    withdraw: (caseId: string, reason: string) => act(caseId, 'withdrawal', { reason }),

    /** Tries to, and must be refused: answers the problem's code. */
    tryTo: (caseId: string, step: string) => callers.refusal(persona, `POST /applications/${caseId}/${step}`),
  };
}
