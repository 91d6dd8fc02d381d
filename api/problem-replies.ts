/** Every refusal leaves as application/problem+json; above 499 only a reference goes out. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { traceOf } from '../trace';
import { findMethodsAt } from './allowed-methods';
import { languageOf } from './language';
import { problemOf } from './problem-of';
import { problemTitles } from './problem-titles';
import { Problem, type ProblemDetails } from './problems';

const retryAfterSeconds = '5';

export function addProblemReplies(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => replyProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const allowed = findMethodsAt(app.routeList, request.url);
    const problem =
      allowed.length === 0
        ? new Problem('not-found')
        : new Problem('method-not-allowed', { headers: { allow: allowed.join(', ') } });
    return replyProblem(problem, request, reply);
  });
}

/** The log gets the trace of what is ours to repair, under the reference that the caller is given. */
export function replyProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error as FastifyError);
  const { code, status, details } = problem;
  if (status >= 500) request.log.error({ code, trouble: traceOf(problem.cause ?? problem) }, 'trouble');
  const language = languageOf(request.headers['accept-language']);
  return reply
    .code(status)
    .headers({ ...details.headers, ...headersOf(problem), 'content-language': language })
    .type('application/problem+json')
    .send({
      type: `urn:ruqsat:problem:${code}`,
      title: problemTitles[code][language],
      status,
      code,
      ...(status < 500 && toldOf(details)),
      reference: request.id,
    });
}

function toldOf({ detail, errors, rule, number }: ProblemDetails) {
  return { detail, errors, rule, number };
}

function headersOf({ code, status }: Problem): Record<string, string> {
  if (status === 503) return { 'retry-after': retryAfterSeconds };
  if (code === 'token-missing') return { 'www-authenticate': 'Bearer realm="ruqsat"' };
  if (code === 'token-expired' || code === 'token-invalid') {
    return {
      'www-authenticate': `Bearer realm="ruqsat", error="invalid_token", error_description="${code}"`,
    };
  }
  return {};
}
