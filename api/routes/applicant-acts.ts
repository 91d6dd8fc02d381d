/** What an applicant answers to the office, and how he takes his application back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import type { TextRef } from '../../domain/events';
import { createActDoor, type ActDeps, type Beside } from '../act-door';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { ChangeRequest, Complaint, Objection, Withdrawal } from '../schemas/applicant-acts';
import { CaseParams, exact, nullable } from '../schemas/fields';

export function applicantActRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/interview/confirmation',
      {
        schema: {
          operationId: 'confirmInterview',
          summary: 'Say that one will come to the interview',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(exact({})),
          response: actAnswers,
        },
        config: { permission: 'application:attend', audit: 'interview-confirmed' },
      },
      (request, reply) => act('confirmInterview', { request, reply }, () => ({})),
    );

    app.post(
      '/interview/change',
      {
        schema: {
          operationId: 'requestInterviewChange',
          summary: 'Ask for another time, with the reason',
          params: CaseParams,
          headers: ActHeaders,
          body: ChangeRequest,
          response: actAnswers,
        },
        config: { permission: 'application:attend', audit: 'interview-change-requested' },
      },
      (request, reply) =>
        act('requestInterviewChange', { request, reply }, ({ words }) => ({
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/objection',
      {
        schema: {
          operationId: 'objectToRefusal',
          summary: 'Object to what was notified, ask for an oral hearing, or waive it',
          params: CaseParams,
          headers: ActHeaders,
          body: Objection,
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'objection-received' },
      },
      (request, reply) =>
        act('objectToRefusal', { request, reply }, (beside) => ({
          kind: request.body.kind,
          text: objectionText(request.body, beside),
        })),
    );

    app.post(
      '/complaint',
      {
        schema: {
          operationId: 'fileComplaint',
          summary: 'Complain of the decision, or of silence past the term',
          params: CaseParams,
          headers: ActHeaders,
          body: Complaint,
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'complaint-filed' },
      },
      (request, reply) =>
        act('fileComplaint', { request, reply }, ({ words }) => ({ text: words(request.body.text) })),
    );

    app.post(
      '/withdrawal',
      {
        schema: {
          operationId: 'withdrawApplication',
          summary: 'Take the application back, with or without a reason',
          params: CaseParams,
          headers: ActHeaders,
          body: nullable(Withdrawal),
          response: actAnswers,
        },
        config: { permission: 'application:act', audit: 'application-withdrawn' },
      },
      (request, reply) =>
        act('withdrawApplication', { request, reply }, ({ words }) => {
          const reason = request.body?.reason;
          return { reason: reason === undefined ? null : words(reason) };
        }),
    );
  };
}

/** A waiver needs no words. */
function objectionText({ kind, text }: Static<typeof Objection>, { words }: Beside): TextRef | null {
  if (text !== undefined) return words(text);
  if (kind === 'waiver') return null;
  throw invalidInput('/text', 'missing', 'say what you object to, or what you want to be heard about');
}
