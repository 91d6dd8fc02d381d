/** Handing the form in: complete, with its documents, in the version that the applicant has before him. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Tx } from '../../db/connect';
import { createCases } from '../../db/reads/cases';
import { createEvidence } from '../../db/reads/evidence';
import { createForms } from '../../db/reads/forms';
import { createPrefilledReads } from '../../db/reads/prefilled';
import type { ActData } from '../../domain/acts';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { refuseAtStageInTx } from '../desk-moves';
import { Problem } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Submission } from '../schemas/form';
import type { FormGround } from '../form-ground';
import { formRulesFor } from '../form-rules';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function submissionRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/form/submission',
      {
        schema: {
          operationId: 'submitForm',
          summary: 'Hand the form in; every fault is named at once',
          params: CaseParams,
          headers: ActHeaders,
          body: Submission,
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'form-submitted' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const data = async (tx: Tx) => {
          await refuseAtStageInTx(tx, 'submitForm', { caseId, actor });
          return getCompleteInTx(tx, caseId, body.version);
        };
        const idempotencyKey = headers['idempotency-key'];
        const answer = await casework.act('submitForm', { caseId, actor, idempotencyKey, body, data });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}

/** What lies there when the act is stamped: every saving stamped before it, and none stamped after. */
async function getCompleteInTx(tx: Tx, caseId: string, version: number): Promise<ActData['submitForm']> {
  const forms = createForms(tx);
  const form = await forms.findNewestForm(caseId);
  if (form === undefined) throw new Problem('form-missing');
  if (form.version !== version) throw new Problem('version-mismatch');
  const documents = await forms.listDocuments(caseId);
  const rules = formRulesFor(await getGroundInTx(tx, caseId));
  const faults = rules.submissionFaults(form.content, documents);
  if (faults.length > 0) {
    const onlyDocuments = faults.every(({ pointer }) => pointer.startsWith('/documents/'));
    throw new Problem(onlyDocuments ? 'document-missing' : 'invalid-input', { errors: faults });
  }
  const needed = rules.needed(form.content, documents).map(({ kind }) => kind);
  const refs = documents
    .filter(({ kind }) => needed.includes(kind))
    .map(({ documentId, kind, sha256 }) => ({ documentId, kind, sha256 }));
  return { version, sha256: form.sha256, documents: refs, ...rules.submission(form.content) };
}

async function getGroundInTx(tx: Tx, caseId: string): Promise<FormGround> {
  const row = await createCases(tx).findCase(caseId);
  if (row === undefined) throw new Problem('not-found');
  const person = await createEvidence(tx).findPerson(row.file.personId);
  return { row, person, prefilled: await createPrefilledReads(tx).listPrefilled(caseId) };
}
