/** The decision: one person proposes it, another approves it or gives it back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import { prepareText } from '../../db/desk/texts';
import type { Reason } from '../../domain/events';
import { articleOf } from '../../policy/grounds';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Approval, Proposal, Return } from '../schemas/office';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function decisionRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
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
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const reasons = reasonsOf(body);
        const text = prepareText(caseId, body.text);
        const answer = await casework.act('proposeDecision', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          data: { outcome: body.outcome, reasons, text: text.ref },
          alongside: text.keepInTx,
        });
        return replyAct(reply, caseId, answer);
      },
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
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const idempotencyKey = headers['idempotency-key'];
        const answer = await casework.act('approveDecision', {
          caseId,
          actor,
          idempotencyKey,
          body,
          data: body,
        });
        return replyAct(reply, caseId, answer);
      },
    );

    app.post(
      '/decision/return',
      {
        schema: {
          operationId: 'returnDecision',
          summary: 'Give the proposal back, with the reason',
          params: CaseParams,
          headers: ActHeaders,
          body: Return,
          response: actAnswers,
        },
        config: { permission: 'case:decide', audit: 'decision-returned' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const reason = prepareText(caseId, body.reason);
        const answer = await casework.act('returnDecision', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          data: { version: body.version, reason: reason.ref },
          alongside: reason.keepInTx,
        });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}

function reasonsOf({ outcome, grounds }: Static<typeof Proposal>): Reason[] {
  if (outcome === 'grant' && grounds.length > 0) {
    throw invalidInput('/grounds', 'too-many', 'a grant has no grounds of refusal');
  }
  return grounds.map(({ ground, evidence }) => ({ ground, article: articleOf(ground), evidence }));
}
