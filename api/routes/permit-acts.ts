/** An officer alone decides on a permit; what becomes of it later is reported; two people reopen a decision. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { createActDoor, type ActDeps } from '../act-door';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import {
  ChangeDecision,
  ChangeReport,
  OfficerDecision,
  ReopeningDecision,
  ReopeningSupport,
} from '../schemas/permit';
import { reasonsOf } from './decisions';

export function permitActRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/officer-decision',
      {
        schema: {
          operationId: 'decideApplication',
          summary: 'Confirm the service’s own proposal, or decide on a permit with reasons',
          params: CaseParams,
          headers: ActHeaders,
          body: OfficerDecision,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'application-decided' },
      },
      (request, reply) =>
        act('decideApplication', { request, reply }, ({ words }) => {
          const { outcome, version = null, grounds = [], text } = request.body;
          return {
            outcome,
            version,
            reasons: reasonsOf('temporary-permit', { outcome, grounds }),
            text: text === undefined ? null : words(text),
          };
        }),
    );

    app.post(
      '/changes/decision',
      {
        schema: {
          operationId: 'decideChange',
          summary: 'Confirm or dismiss a change that another person told of',
          params: CaseParams,
          headers: ActHeaders,
          body: ChangeDecision,
          response: actAnswers,
        },
        config: { permission: 'change:decide', audit: 'change-decided' },
      },
      (request, reply) =>
        act('decideChange', { request, reply }, ({ words }) => {
          const { claim, outcome, reason } = request.body;
          return { claim, outcome, reason: words(reason) };
        }),
    );

    app.post(
      '/reopening/support',
      {
        schema: {
          operationId: 'supportReopening',
          summary: 'Support that a decision is looked at again which a later answer contradicts',
          params: CaseParams,
          headers: ActHeaders,
          body: ReopeningSupport,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'reopening-supported' },
      },
      (request, reply) =>
        act('supportReopening', { request, reply }, ({ words }) => ({ reason: words(request.body.reason) })),
    );

    app.post(
      '/reopening/decision',
      {
        schema: {
          operationId: 'decideReopening',
          summary: 'Reopen a case or leave its decision as it is; by another person than who supported it',
          params: CaseParams,
          headers: ActHeaders,
          body: ReopeningDecision,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'reopening-decided' },
      },
      (request, reply) =>
        act('decideReopening', { request, reply }, ({ words }) => ({
          outcome: request.body.outcome,
          reason: words(request.body.reason),
        })),
    );
  };
}

export function permitChangeRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/changes',
      {
        schema: {
          operationId: 'reportChange',
          summary: 'Report what a granted permit no longer rests on',
          params: CaseParams,
          headers: ActHeaders,
          body: ChangeReport,
          response: actAnswers,
        },
        config: { permission: 'change:report', audit: 'change-reported' },
      },
      (request, reply) =>
        act('reportChange', { request, reply }, ({ words }) => {
          const { change, on, text } = request.body;
          return { change, on, text: text ? words(text) : null };
        }),
    );
  };
}
