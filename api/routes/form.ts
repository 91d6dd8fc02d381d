/** The form: drafts of any completeness, each saving on top of the version the applicant saw. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import type { Prefilled } from '../../db/reads/prefilled';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { refuseAtDeskInTx } from '../desk-moves';
import { formRulesFor } from '../form-rules';
import { Problem } from '../problems';
import { withHeaders } from '../schemas/answer-headers';
import { AnyDraft, Form, SavedForm, SaveHeaders } from '../schemas/form';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { compileShapeButNotBody } from '../shape-checks';

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
        const [newest, documents, person, prefilled] = await Promise.all([
          reads.findNewestForm(caseId),
          reads.listDocuments(caseId),
          reads.findPerson(personId),
          reads.listPrefilled(caseId),
        ]);
        const { version, content, savedAt } = newest ?? { version: 0, content: {}, savedAt: null };
        const needed = formRulesFor({ row, person, prefilled }).needed(content, documents);
        reply.header('etag', `"${version}"`);
        return {
          caseId,
          version,
          content,
          savedAt,
          prefilled: prefilled.map(viewPrefilled),
          documents,
          needed,
        };
      },
    );

    app.put(
      '/form',
      {
        validatorCompiler: compileShapeButNotBody,
        schema: {
          operationId: 'saveForm',
          summary: 'Save what is filled in so far',
          params: CaseParams,
          headers: SaveHeaders,
          body: AnyDraft,
          response: { 200: withHeaders(SavedForm, 'ETag'), ...problems },
        },
        config: { permission: 'application:act', audit: 'form-saved' },
      },
      async ({ actor, body: content, headers, params }, reply) => {
        const row = await access.getCase(actor, params.caseId);
        const { caseId, personId } = row.file;
        const person = await reads.findPerson(personId);
        const errors = formRulesFor({ row, person, prefilled: [] }).draftFaults(content);
        if (errors.length > 0) throw new Problem('invalid-input', { errors });
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

/** A correction stands beside it, in the form. */
function viewPrefilled({ pointer, value, source, receivedAt }: Prefilled) {
  return { pointer, value, source, receivedAt };
}
