/** Handing documents in that the office asked for: those that were uploaded since. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Tx } from '../../db/connect';
import { createForms } from '../../db/reads/forms';
import type { CaseFile } from '../../domain/case-file';
import type { DocumentRef } from '../../domain/events';
import { createActDoor, type ActDeps } from '../act-door';
import { refuseAtStageInTx } from '../desk-moves';
import { Problem } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams, exact, nullable } from '../schemas/fields';

export function provisionRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/documents/provision',
      {
        schema: {
          operationId: 'provideDocuments',
          summary: 'Hand in what was asked for: every uploaded document of those kinds that is new',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(exact({})),
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'documents-provided' },
      },
      (request, reply) =>
        act('provideDocuments', { request, reply }, ({ caseId }) => async (tx) => {
          const file = await refuseAtStageInTx(tx, 'provideDocuments', { caseId, actor: request.actor });
          return { documents: await getRequestedInTx(tx, file) };
        }),
    );
  };
}

/** What lies there when the act is stamped, and was not handed in before. Throws for every kind that is missing. */
async function getRequestedInTx(
  tx: Tx,
  { caseId, documents: before, documentsRequested: kinds }: CaseFile,
): Promise<DocumentRef[]> {
  const known = new Set(before.map(({ documentId }) => documentId));
  const fresh = (await createForms(tx).listDocuments(caseId)).filter(
    ({ documentId, kind }) => kinds.includes(kind) && !known.has(documentId),
  );
  const errors = kinds
    .filter((kind) => !fresh.some((document) => document.kind === kind))
    .map((kind) => ({ pointer: `/documents/${kind}`, code: 'missing', message: 'upload it first' }));
  if (errors.length > 0) throw new Problem('document-missing', { errors });
  return fresh.map(({ documentId, kind, sha256 }) => ({ documentId, kind, sha256 }));
}
