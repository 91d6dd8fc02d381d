/** A person who asks for a temporary permit, over HTTP: what the registers fill in, the rest, the papers. */
import { people, type PersonKey } from '../../agencies/people';
import type { DocumentKind } from '../../domain/events';
import type { FilingKind, PermitPurpose } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { PersonIdentity } from '../../domain/person';
import { scanOf } from '../../scripts/demo/scans';
import type { Desk, Reply } from './desk';

export interface PermitFiled {
  filing: FilingKind;
  purpose: PermitPurpose;
  /** What the person writes; the registers know the rest. */
  form: PermitDraft;
}

interface FormReply {
  version: number;
  prefilled: { pointer: string; value: string | boolean; source: string }[];
  needed: { kind: DocumentKind; uploaded: boolean }[];
}

/** Somebody whom every agency finds clear, and who is nobody else: each number is another person. */
export function stranger(number: number, citizenship: string): PersonIdentity {
  const passportNumber = `ST${String(number).padStart(7, '0')}`;
  return { surname: 'Stranger', givenName: 'Clear', bornOn: '1990-02-03', citizenship, passportNumber };
}

/** `employerId`: the account of an employer, whose delegate then does all of it for the person. */
export function createPermitApplicant(desk: Desk, who: PersonKey | PersonIdentity, employerId?: string) {
  const persona = typeof who === 'string' ? who : 'guest';
  const person = typeof who === 'string' ? people[who].person : who;
  const caller = employerId === undefined ? persona : 'delegate';
  const steps = {
    /** Opened at once, or kept with a number until a worker is there. */
    async open({ filing, purpose }: Pick<PermitFiled, 'filing' | 'purpose'>): Promise<string> {
      const reply = await desk.call(caller, 'POST /applications/permits', {
        body: { filing, purpose, region: 'almaty-city', person, ...(employerId && { employerId }) },
      });
      if (reply.status !== 201 && reply.status !== 202)
        throw new Error(`not opened: ${JSON.stringify(reply.body)}`);
      return String(reply.body['caseId']);
    },

    async reach(caseId: string, wanted: string, withinMs?: number): Promise<void> {
      const status = () => desk.call<{ status: string }>(caller, `GET /applications/${caseId}`);
      await desk.until(status, ({ body }) => body.status === wanted, withinMs);
    },

    form: (caseId: string) => desk.call<FormReply>(caller, `GET /applications/${caseId}/form`),

    save: (caseId: string, form: PermitDraft, version = 0): Promise<Reply> =>
      desk.call(caller, `PUT /applications/${caseId}/form`, {
        body: form,
        headers: { 'if-match': `"${version}"` },
      }),

    async upload(caseId: string, kind: DocumentKind): Promise<void> {
      const { mediaType, bytes } = scanOf(kind);
      await desk.call(caller, `POST /applications/${caseId}/documents?kind=${kind}`, {
        body: bytes,
        headers: { 'content-type': mediaType },
      });
    },

    async uploadNeeded(caseId: string): Promise<DocumentKind[]> {
      const { body } = await steps.form(caseId);
      const kinds = body.needed.map(({ kind }) => kind);
      for (const kind of kinds) await steps.upload(caseId, kind);
      return kinds;
    },

    submit: (caseId: string, version = 1): Promise<Reply> =>
      desk.call(caller, `POST /applications/${caseId}/form/submission`, { body: { version } }),

    act: (caseId: string, step: string, body: object = {}): Promise<Reply> =>
      desk.call(caller, `POST /applications/${caseId}/${step}`, { body }),

    /** From the opening to the filing, with every paper that is asked for. */
    async file({ form, ...opened }: PermitFiled): Promise<string> {
      const caseId = await steps.open(opened);
      await steps.reach(caseId, 'awaiting-form');
      const saved = await steps.save(caseId, form);
      if (saved.status !== 200) throw new Error(`not saved: ${JSON.stringify(saved.body)}`);
      await steps.uploadNeeded(caseId);
      const filed = await steps.submit(caseId);
      if (filed.status !== 200) throw new Error(`not filed: ${JSON.stringify(filed.body)}`);
      return caseId;
    },
  };
  return steps;
}
