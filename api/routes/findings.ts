/** Findings: what an agency's answer or a document means for the case, and what is asked for again. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { AgencyQuestion, DocumentJudging, DocumentRequest, FindingParams, Judging } from '../schemas/office';

export function findingRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/findings/:check/judgement',
      {
        schema: {
          operationId: 'judgeFinding',
          summary: 'Say what a finding means for the case',
          params: FindingParams,
          headers: ActHeaders,
          body: Judging,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'finding-judged' },
      },
      (request, reply) =>
        act('judgeFinding', { request, reply }, ({ words }) => ({
          check: request.params.check,
          judgement: request.body.judgement,
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/findings/:check/question',
      {
        schema: {
          operationId: 'askAgencyAgain',
          summary: 'Ask the agency once more',
          params: FindingParams,
          headers: ActHeaders,
          body: AgencyQuestion,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'agency-asked-again' },
      },
      (request, reply) =>
        act('askAgencyAgain', { request, reply }, ({ words }) => ({
          check: request.params.check,
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/documents/judgement',
      {
        schema: {
          operationId: 'judgeDocuments',
          summary: 'Say what documents are worth, one or many at once',
          params: CaseParams,
          headers: ActHeaders,
          body: DocumentJudging,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'documents-judged' },
      },
      (request, reply) =>
        act('judgeDocuments', { request, reply }, ({ words }) => ({
          findings: request.body.findings,
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/documents/request',
      {
        schema: {
          operationId: 'requestDocuments',
          summary: 'Ask the applicant for documents that are missing or not good enough',
          params: CaseParams,
          headers: ActHeaders,
          body: DocumentRequest,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'documents-requested' },
      },
      (request, reply) =>
        act('requestDocuments', { request, reply }, ({ words }) => ({
          kinds: request.body.kinds,
          reason: words(request.body.reason),
        })),
    );
  };
}
