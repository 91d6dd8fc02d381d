/** The form: drafts of any completeness, each saving on top of the version the applicant saw. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import type { Reads } from '../../db/reads/reads';
import { FormDraft } from '../../domain/form';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { refuseAtDeskInTx } from '../desk-moves';
import { Problem } from '../problems';
import { withHeaders } from '../schemas/answer-headers';
import { Form, SavedForm, SaveHeaders } from '../schemas/form';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { filingOf } from '../submission-faults';
import { viewNeeded } from '../views/needed-view';

type Deps = Pick<AppDependencies, 'casework'> & { reads: Reads; access: CaseAccess };

export function formRoutes({ casework, reads, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/form',
      {
        schema: {
          operationId: 'getForm',
          summary: 'The newest draft and the documents',
          params: CaseParams,
          response: { 200: withHeaders(Form, 'ETag'), ...problems },
        },
        config: { permission: 'application:read', audit: 'own-form-read' },
      },
      async ({ actor, params }, reply) => {
        const row = await access.getCase(actor, params.caseId);
        const { caseId, personId } = row.file;
        const [newest, documents, person] = await Promise.all([
          reads.findNewestForm(caseId),
          reads.listDocuments(caseId),
          reads.findPerson(personId),
        ]);
        const { version, content, savedAt } = newest ?? { version: 0, content: {}, savedAt: null };
        const needed = viewNeeded(content, documents, filingOf(row, person));
        reply.header('etag', `"${version}"`);
        return { caseId, version, content, savedAt, documents, needed };
      },
    );

    app.put(
      '/form',
      {
        schema: {
          operationId: 'saveForm',
          summary: 'Save what is filled in so far',
          params: CaseParams,
          headers: SaveHeaders,
          body: FormDraft,
          response: { 200: withHeaders(SavedForm, 'ETag'), ...problems },
        },
        config: { permission: 'application:act', audit: 'form-saved' },
      },
      async ({ actor, body: content, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const basedOn = Number(headers['if-match'].slice(1, -1));
        const { number, answer } = await casework.atDesk('saveForm', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { basedOn, content },
          work: async (tx) => {
            await refuseAtDeskInTx(tx, 'saveForm', { caseId, actor });
            const saved = await saveDraftInTx(tx, { caseId, basedOn, content });
            if (saved === undefined) throw new Problem('version-mismatch');
            return saved;
          },
        });
        reply.header('etag', `"${answer.version}"`);
        return { number, caseId, ...answer };
      },
    );
  };
}
