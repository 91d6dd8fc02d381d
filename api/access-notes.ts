/** Notes each reading of a person's file once its answer has gone. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createAccessLog, type Reading } from '../db/access-log';
import type { Database } from '../db/connect';
import { findCaseId } from '../domain/case-id';
import { traceOf } from '../trace';
import { auditNames } from './audit-names';

export function addAccessNotes(app: FastifyInstance, db: Database): void {
  const log = createAccessLog(db, (error) => app.log.error({ trouble: traceOf(error) }, 'access log'));
  app.addHook('onClose', () => log.close());
  app.addHook('onResponse', (request, reply, done) => {
    if (isNoted(request)) log.note(readingOf(request, reply.statusCode));
    done();
  });
}

function isNoted({ is404, actor, routeOptions: { config } }: FastifyRequest): boolean {
  return !is404 && actor !== undefined && auditNames[config.audit] === 'access-log';
}

function readingOf({ actor, params, routeOptions: { config } }: FastifyRequest, status: number): Reading {
  const { caseId } = (params ?? {}) as { caseId?: string };
  return {
    at: new Date().toISOString(),
    actorId: actor.id,
    actorRole: actor.role,
    audit: config.audit,
    caseId: (caseId && findCaseId(caseId)) || null,
    status,
  };
}
