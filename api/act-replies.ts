/** How the answer to an act leaves: done, still under way, or refused. */
import type { FastifyReply } from 'fastify';
import type { CaseStatus } from '../domain/statuses';
import type { ActAnswer } from './casework';
import { Problem } from './problems';

/** The body of an act that was done; sets 202 and Location for one that is under way; throws for a refused one. */
export function replyAct(reply: FastifyReply, caseId: string, answer: ActAnswer) {
  const { number } = answer;
  if (answer.kind === 'refused') throw new Problem(answer.code, { number });
  if (answer.kind === 'pending') {
    reply.code(202).header('location', `/acts/${number}`);
    return { number, caseId, state: 'received' as const };
  }
  const { status, seq } = answer.receipt;
  return { number, caseId, status: status as CaseStatus, seq };
}
