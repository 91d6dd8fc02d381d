/** The interview: when and where, and what came of it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { prepareText } from '../../db/desk/texts';
import { replyAct } from '../act-replies';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Interview, InterviewRecord } from '../schemas/office';

type Deps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

export function interviewRoutes({ casework, access }: Deps): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/interview',
      {
        schema: {
          operationId: 'scheduleInterview',
          summary: 'Set or move the interview',
          params: CaseParams,
          headers: ActHeaders,
          body: Interview,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'interview-scheduled' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const idempotencyKey = headers['idempotency-key'];
        const data = { at: readInstant('/at', body.at), place: body.place };
        const answer = await casework.act('scheduleInterview', { caseId, actor, idempotencyKey, body, data });
        return replyAct(reply, caseId, answer);
      },
    );

    app.post(
      '/interview/outcome',
      {
        schema: {
          operationId: 'recordInterview',
          summary: 'Record what came of the interview',
          params: CaseParams,
          headers: ActHeaders,
          body: InterviewRecord,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'interview-recorded' },
      },
      async ({ actor, body, headers, params }, reply) => {
        const caseId = await access.getKnownId(actor, params.caseId);
        const remarks = prepareText(caseId, body.remarks);
        const answer = await casework.act('recordInterview', {
          caseId,
          actor,
          idempotencyKey: headers['idempotency-key'],
          body,
          data: { outcome: body.outcome, remarks: remarks.ref },
          alongside: remarks.keepInTx,
        });
        return replyAct(reply, caseId, answer);
      },
    );
  };
}

/** In UTC. The format admits leap seconds and bare hours of offset, which name no instant that we can keep. */
function readInstant(pointer: string, text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw invalidInput(pointer, 'wrong-format', 'name an instant such as 2026-12-31T18:59:59+05:00');
  return instant.toISOString();
}
