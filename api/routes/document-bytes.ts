/** Looking at a document: its bytes, to be kept as a file and never run. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { AuditName } from '../audit-names';
import type { CaseAccess } from '../case-access';
import type { Permission } from '../permissions';
import { Problem } from '../problems';
import { headersNamed } from '../schemas/answer-headers';
import { documentContent, DocumentParams } from '../schemas/form';
import { problems } from '../schemas/problem';

type Deps = { reads: Reads; access: CaseAccess };
type Door = { operationId: string; permission: Permission; audit: AuditName };

const ofOwnCase = {
  operationId: 'getOwnDocument',
  permission: 'application:read',
  audit: 'own-document-read',
} as const satisfies Door;
const ofAnyCase = {
  operationId: 'getDocument',
  permission: 'case:read',
  audit: 'document-read',
} as const satisfies Door;

export const ownDocumentRoutes = (deps: Deps) => createDocumentDoor(deps, ofOwnCase);
export const officeDocumentRoutes = (deps: Deps) => createDocumentDoor(deps, ofAnyCase);

function createDocumentDoor(
  { reads, access }: Deps,
  { operationId, ...config }: Door,
): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/documents/:documentId',
      {
        schema: {
          operationId,
          summary: 'A document as it was uploaded, byte by byte',
          params: DocumentParams,
          response: {
            200: { description: 'The bytes', headers: headersNamed('ETag'), content: documentContent },
            ...problems,
          },
        },
        config,
      },
      async ({ actor, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const document = await reads.findDocument(caseId, params.documentId);
        if (document === undefined) throw new Problem('not-found');
        const { mediaType, sha256, bytes } = document;
        return reply
          .type(mediaType)
          .headers({ etag: `"${sha256}"`, 'content-disposition': 'attachment' })
          .send(bytes);
      },
    );
  };
}
