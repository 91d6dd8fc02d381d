/** What somebody does who files for a temporary permit: the person, or a delegate of the employer. */
import { people, type PersonKey } from '../../agencies/people';
import type { CaseKind } from '../../domain/case-kinds';
import type { DocumentKind } from '../../domain/events';
import { lawDate } from '../../domain/law-day';
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { CaseStatus } from '../../domain/statuses';
import type { Callers } from './callers';
import { createReach } from './reach';
import type { ActDone } from './receipt';
import { scanOf } from './scans';

export interface PermitFiled {
  filing: FilingKind;
  purpose: PermitPurpose;
  /** What the person writes; the registers know the rest. */
  form: PermitDraft;
  /** The account that files. */
  employerId?: string;
}

export interface Prefilled {
  pointer: string;
  value: string | boolean;
  source: string;
}

interface FormPage {
  prefilled: Prefilled[];
  needed: { kind: DocumentKind }[];
}

interface Own {
  applications: { caseId: string; kind: CaseKind; status: CaseStatus }[];
}

interface Decided {
  outcome: { at: string };
}

interface ByWhom {
  person: PersonKey;
  /** The person, where nobody else is named. */
  by?: string;
}

export function createPermitApplicant(callers: Callers, { person, by = person }: ByWhom) {
  const reach = createReach(callers, by);
  const pageOf = async (caseId: string) =>
    (await callers.call<FormPage>(by, `GET /applications/${caseId}/form`)).body;

  async function upload(caseId: string, kind: DocumentKind): Promise<void> {
    const { mediaType, bytes } = scanOf(kind);
    const line = `POST /applications/${caseId}/documents?kind=${kind}`;
    await callers.call(by, line, { body: bytes, headers: { 'content-type': mediaType } });
  }

  const save = (caseId: string, form: PermitDraft, version = 0) =>
    callers.call(by, `PUT /applications/${caseId}/form`, {
      body: form,
      headers: { 'if-match': `"${version}"` },
    });

  /**
   * Who asks for a first permit has none, and who renews has not renewed yet: what an earlier run granted ends on the day of its
   * decision, a renewal so before its first day.
   */
  async function endEarlier(): Promise<void> {
    const { body } = await callers.call<Own>(by, 'GET /applications');
    const lasting = body.applications.filter(
      ({ kind, status }) => kind === 'temporary-permit' && status === 'granted',
    );
    for (const { caseId } of lasting) {
      const { outcome } = (await callers.call<Decided>(by, `GET /applications/${caseId}`)).body;
      const left = { change: 'left-the-country', on: lawDate(outcome.at) };
      await callers.act<ActDone>(by, `POST /applications/${caseId}/changes`, left);
    }
  }

  return {
    reach,
    save,

    /** Opens, and waits until the registers of the state have filled in what they know. */
    async open({ filing, purpose, employerId }: Omit<PermitFiled, 'form'>): Promise<string> {
      if (by === person) await endEarlier();
      const { caseId } = await callers.act<ActDone>(by, 'POST /applications/permits', {
        filing,
        purpose,
        region: 'almaty-city',
        person: people[person].person,
        ...(employerId && { employerId }),
      });
      await reach(caseId, 'awaiting-form');
      return caseId;
    },

    prefilled: async (caseId: string): Promise<Prefilled[]> => (await pageOf(caseId)).prefilled,

    /** Every paper that no register knows already; answers which. */
    async uploadNeeded(caseId: string): Promise<DocumentKind[]> {
      const kinds = (await pageOf(caseId)).needed.map(({ kind }) => kind);
      for (const kind of kinds) await upload(caseId, kind);
      return kinds;
    },

    /** Answers the event of the filing. */
    async submit(caseId: string, version = 1): Promise<number> {
      return (await callers.act<ActDone>(by, `POST /applications/${caseId}/form/submission`, { version }))
        .seq;
    },
  };
}
export type PermitApplicant = ReturnType<typeof createPermitApplicant>;
