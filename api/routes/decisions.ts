/** The decision: one person proposes it, its applicant is heard, another approves it or gives it back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import type { Reason } from '../../domain/events';
import type { CaseKind } from '../../domain/case-kinds';
import { canShow } from '../../policy/ground-evidence';
import { findArticle } from '../../policy/grounds';
import { createActDoor, type ActDeps } from '../act-door';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Annulment, Approval, Hearing, Proposal, Return } from '../schemas/office';

export function decisionRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/proposal',
      {
        schema: {
          operationId: 'proposeDecision',
          summary: 'Propose to grant, or to refuse on named grounds',
          params: CaseParams,
          headers: ActHeaders,
          body: Proposal,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'decision-proposed' },
      },
      (request, reply) =>
        act('proposeDecision', { request, reply }, ({ words }) => ({
          outcome: request.body.outcome,
          reasons: reasonsOf('permanent-residence', request.body),
          text: words(request.body.text),
        })),
    );

    app.post(
      '/annulment',
      {
        schema: {
          operationId: 'proposeAnnulment',
          summary: 'Propose to annul what was granted, on named grounds',
          params: CaseParams,
          headers: ActHeaders,
          body: Annulment,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'annulment-proposed' },
      },
      async (request, reply) => {
        const { file } = await deps.access.getCase(request.actor, request.params.caseId);
        return act('proposeAnnulment', { request, reply }, ({ words }) => ({
          reasons: toReasons(file.kind, request.body.grounds),
          text: words(request.body.text),
        }));
      },
    );

    app.post(
      '/hearing',
      {
        schema: {
          operationId: 'recordHearing',
          summary: 'Record the oral hearing that the applicant asked for',
          params: CaseParams,
          headers: ActHeaders,
          body: Hearing,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'hearing-recorded' },
      },
      (request, reply) =>
        act('recordHearing', { request, reply }, ({ words }) => ({ protocol: words(request.body.protocol) })),
    );

    app.post(
      '/decision',
      {
        schema: {
          operationId: 'approveDecision',
          summary: 'Approve the proposal that was looked at',
          params: CaseParams,
          headers: ActHeaders,
          body: Approval,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'decision-approved' },
      },
      (request, reply) => act('approveDecision', { request, reply }, () => request.body),
    );

    app.post(
      '/decision/return',
      {
        schema: {
          operationId: 'returnDecision',
          summary: 'Give the proposal back, with the reason and with findings to be judged anew',
          params: CaseParams,
          headers: ActHeaders,
          body: Return,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'decision-returned' },
      },
      (request, reply) =>
        act('returnDecision', { request, reply }, ({ words }) => ({
          ...request.body,
          reason: words(request.body.reason),
        })),
    );
  };
}

/** A grant has none; a ground that the law of the kind does not know is refused by its pointer. */
export function reasonsOf(
  kind: CaseKind,
  { outcome, grounds }: Pick<Static<typeof Proposal>, 'outcome' | 'grounds'>,
): Reason[] {
  if (outcome === 'grant' && grounds.length > 0) {
    throw invalidInput('/grounds', 'too-many', 'a grant has no grounds of refusal');
  }
  return toReasons(kind, grounds);
}

function toReasons(kind: CaseKind, grounds: Static<typeof Proposal>['grounds']): Reason[] {
  return grounds.map(({ ground, evidence }, index) => {
    const article = findArticle(kind, ground);
    if (article === undefined) {
      throw invalidInput(`/grounds/${index}/ground`, 'not-in-list', 'no ground of this kind of case');
    }
    if (!canShow(kind, { ground, evidence })) {
      const message = `${ground} cannot be shown by ${evidence}`;
      throw invalidInput(`/grounds/${index}/evidence`, 'evidence-of-another-ground', message);
    }
    return { ground, article, evidence };
  });
}
