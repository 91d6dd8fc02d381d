/** The proof of language: an attempt at the test, or a certificate that the applicant already has. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { prepareCertificate } from '../../db/desk/certificates';
import { LanguageCertificate } from '../../domain/language-certificate';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams, exact, nullable } from '../schemas/fields';

export function languageProofRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/language-test',
      {
        schema: {
          operationId: 'bookLanguageTest',
          summary: 'Book the next attempt at the language test',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(exact({})),
          response: actAnswers,
        },
        config: { permission: 'application:attend', audit: 'language-test-booked' },
      },
      (request, reply) => act('bookLanguageTest', { request, reply }, () => ({})),
    );

    app.post(
      '/language-certificate',
      {
        schema: {
          operationId: 'presentCertificate',
          summary: 'Present a certificate of the language instead of sitting the test',
          params: CaseParams,
          headers: ActHeaders,
          body: LanguageCertificate,
          response: actAnswers,
        },
        config: { permission: 'application:attend', audit: 'certificate-presented' },
      },
      (request, reply) =>
        act('presentCertificate', { request, reply }, ({ caseId, keep }) => {
          const { certificateId, sha256, keepInTx } = prepareCertificate(caseId, request.body);
          keep(keepInTx);
          return { certificateId, sha256 };
        }),
    );
  };
}
