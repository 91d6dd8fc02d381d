/** Documents: the bytes as they are, kept in PostgreSQL, named elsewhere by id and hash. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { countDocumentsInTx, storeDocumentInTx } from '../../db/desk/documents';
import { sha256Hex } from '../../db/hash';
import type { CaseFile } from '../../domain/case-file';
import type { DocumentKind } from '../../domain/events';
import { documentRowOf } from '../../policy/documents';
import { permanentPolicyOf } from '../../policy/policies';
import { mostDocumentsOfKind } from '../../policy/upload-limit';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { refuseAtDeskInTx } from '../desk-moves';
import { documentMediaTypes, findMediaType } from '../media-type';
import { Problem } from '../problems';
import { ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { documentContent, UploadedDocument, UploadQuery } from '../schemas/form';
import { problems } from '../schemas/problem';
import { largestDocument } from '../server-options';
import { compileShapeButNotBody } from '../shape-checks';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function documentRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      [...documentMediaTypes],
      { parseAs: 'buffer' },
      async (_: unknown, body: Buffer) => body,
    );

    app.post(
      '/documents',
      {
        bodyLimit: largestDocument,
        validatorCompiler: compileShapeButNotBody,
        schema: {
          operationId: 'uploadDocument',
          summary: 'A scan: PDF, JPEG or PNG, up to 10 MB',
          description: `A case keeps at most ${mostDocumentsOfKind} of one kind.`,
          params: CaseParams,
          headers: ActHeaders,
          querystring: UploadQuery,
          body: { content: documentContent },
          response: { 201: UploadedDocument, ...problems },
        },
        config: { permission: 'application:act', audit: 'document-uploaded' },
      },
      async ({ actor, body, headers, params, query: { kind } }, reply) => {
        const { file } = await access.getCase(actor, params.caseId);
        const { caseId } = file;
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const mediaType = findMediaType(bytes);
        if (mediaType === undefined) throw new Problem('document-type-unknown');
        if (asksForPicture(file, kind) && !mediaType.startsWith('image/')) throw notAPicture();
        const sha256 = sha256Hex(bytes);
        const { number, answer } = await casework.atDesk('uploadDocument', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { kind, sha256 },
          work: async (tx) => {
            await refuseAtDeskInTx(tx, 'uploadDocument', { caseId, actor });
            const kept = await countDocumentsInTx(tx, { caseId, kind });
            if (kept >= mostDocumentsOfKind) throw new Problem('too-many-documents');
            const documentId = await storeDocumentInTx(tx, { caseId, kind, mediaType, sha256, bytes });
            return { documentId, kind, mediaType, size: bytes.length, sha256 };
          },
        });
        reply.code(201);
        return { number, caseId, ...answer };
      },
    );
  };
}

function notAPicture(): Problem {
  const message = 'must be a JPEG or PNG for this kind of document';
  return new Problem('document-type-unknown', { errors: [{ pointer: '', code: 'not-a-picture', message }] });
}

/** Of the papers of permanent residence the photo is one; a permit asks for none. */
function asksForPicture({ kind: caseKind, policyVersion }: CaseFile, kind: DocumentKind): boolean {
  if (caseKind !== 'permanent-residence') return false;
  const { table } = permanentPolicyOf(policyVersion).documents.value;
  return documentRowOf(kind, table).picture === true;
}
