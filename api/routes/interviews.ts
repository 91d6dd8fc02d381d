/** The interview: when, where and before whom, and what came of it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Static } from 'typebox';
import type { QuestionMark } from '../../domain/events';
import { createActDoor, type ActDeps, type Beside } from '../act-door';
import { invalidInput } from '../problems';
import { actAnswers, ActHeaders } from '../schemas/act';
import { CaseParams } from '../schemas/fields';
import { Interview, InterviewRecord, Recusal } from '../schemas/office';

export function interviewRoutes(deps: ActDeps): FastifyPluginAsyncTypebox {
  const act = createActDoor(deps);
  return async (app) => {
    app.post(
      '/interview',
      {
        schema: {
          operationId: 'scheduleInterview',
          summary: 'Set or move the interview, and name its panel',
          params: CaseParams,
          headers: ActHeaders,
          body: Interview,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'interview-scheduled' },
      },
      (request, reply) =>
        act('scheduleInterview', { request, reply }, () => ({
          ...request.body,
          at: readInstant('/at', request.body.at),
        })),
    );

    app.post(
      '/interview/recusal',
      {
        schema: {
          operationId: 'recuseFromInterview',
          summary: 'Step back from the panel, with the reason',
          params: CaseParams,
          headers: ActHeaders,
          body: Recusal,
          response: actAnswers,
        },
        config: { permission: 'interview:recuse', audit: 'panel-member-recused' },
      },
      (request, reply) =>
        act('recuseFromInterview', { request, reply }, ({ words }) => ({
          reason: words(request.body.reason),
        })),
    );

    app.post(
      '/interview/outcome',
      {
        schema: {
          operationId: 'recordInterview',
          summary: 'Record who came, what was asked, and how the panel voted',
          params: CaseParams,
          headers: ActHeaders,
          body: InterviewRecord,
          response: actAnswers,
        },
        config: { permission: 'case:work', audit: 'interview-recorded' },
      },
      (request, reply) =>
        act('recordInterview', { request, reply }, (beside) => {
          const { attended, questions, votes, remarks } = request.body;
          return { attended, votes, questions: marksOf(questions, beside), remarks: beside.words(remarks) };
        }),
    );
  };
}

function marksOf(questions: Static<typeof InterviewRecord>['questions'], { words }: Beside): QuestionMark[] {
  return questions.map(({ question, points, max, remark }, index) => {
    if (points > max) throw invalidInput(`/questions/${index}/points`, 'too-large', 'no more than `max`');
    return { question, points, max, remark: words(remark) };
  });
}

/** In UTC. The format admits leap seconds and bare hours of offset, which name no instant that we can keep. */
function readInstant(pointer: string, text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw invalidInput(pointer, 'wrong-format', 'name an instant such as 2026-12-31T18:59:59+05:00');
  return instant.toISOString();
}
