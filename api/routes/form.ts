/** The form: drafts of any completeness, each saving on top of the version the applicant saw. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { saveForm } from '../form-desk';
import { formRulesFor, groundOf } from '../form-rules';
import { Problem } from '../problems';
import { withHeaders } from '../schemas/answer-headers';
import { AnyDraft, Form, SavedForm, SaveHeaders } from '../schemas/form';
import { CaseParams } from '../schemas/fields';
import { problems } from '../schemas/problem';
import { compileShapeButNotBody } from '../shape-checks';
import { viewPrefilled } from '../views/prefilled-view';

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
      async ({ actor, papers, params }, reply) => {
        const row = await access.getCase(actor, params.caseId);
        const { caseId } = row.file;
        const [newest, documents, ground] = await Promise.all([
          reads.findNewestForm(caseId),
          reads.listDocuments(caseId),
          groundOf(reads, row),
        ]);
        const { version, content, savedAt } = newest ?? { version: 0, content: {}, savedAt: null };
        const rules = formRulesFor(ground);
        reply.header('etag', `"${version}"`);
        return {
          caseId,
          version,
          content,
          savedAt,
          prefilled: viewPrefilled({ role: actor.role, papers }, ground.person, ground.prefilled),
          documents,
          needed: rules.needed(content, documents),
          known: rules.known(content),
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
        const { caseId } = row.file;
        const errors = formRulesFor(await groundOf(reads, row)).draftFaults(content);
        if (errors.length > 0) throw new Problem('invalid-input', { errors });
        const basedOn = Number(headers['if-match'].slice(1, -1));
        const idempotencyKey = headers['idempotency-key'];
        const { number, answer } = await saveForm(casework, {
          caseId,
          actor,
          idempotencyKey,
          basedOn,
          content,
        });
        reply.header('etag', `"${answer.version}"`);
        return { number, caseId, ...answer };
      },
    );
  };
}
