/** Handing the form in: complete, with its documents, in the version that the applicant has before him. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Tx } from '../../db/connect';
import { createForms } from '../../db/reads/forms';
import type { ActData } from '../../domain/acts';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { refuseAtStageInTx } from '../desk-moves';
import { Problem } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Submission } from '../schemas/form';
import { findSubmissionFaults, getFilingInTx, isOfDocument, neededDocuments } from '../submission-faults';

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
  const [documents, filing] = [await forms.listDocuments(caseId), await getFilingInTx(tx, caseId)];
  const faults = findSubmissionFaults(form.content, documents, filing);
  if (faults.length > 0) {
    const onlyDocuments = faults.every(isOfDocument);
    throw new Problem(onlyDocuments ? 'document-missing' : 'invalid-input', { errors: faults });
  }
  const needed = neededDocuments(form.content, filing);
  const refs = documents
    .filter(({ kind }) => needed.includes(kind))
    .map(({ documentId, kind, sha256 }) => ({ documentId, kind, sha256 }));
  return { version, sha256: form.sha256, documents: refs };
}
